namespace LowCodeErp.Runtime.Formulas;

/// <summary>What a formula comes to for a record.</summary>
/// <param name="Value">Null when it is blank, and when it failed.</param>
/// <param name="HasFailed">Whether it could not be computed, as opposed to being blank.</param>
public sealed record FormulaOutcome(object? Value, bool HasFailed);
