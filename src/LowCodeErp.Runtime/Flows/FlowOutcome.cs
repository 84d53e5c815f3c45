using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What a <see cref="FlowTerm"/> came to.</summary>
/// <param name="Value">What formulas know: text, decimal, bool, dates in UTC, long for an id, <c>ValueList</c>; null when it is blank, and when it failed.</param>
/// <param name="Failure">Why there is no value; null when there is one, or it is blank.</param>
public sealed record FlowOutcome(object? Value, Diagnostic? Failure = null)
{
    /// <summary>Blank does not hold (rule 46).</summary>
    public bool Holds => Value is true;
}
