using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.Specifications.Flows;

/// <summary>Settings that an author may give a step of flows.</summary>
/// <param name="Enters">What the node does first, a record of <see cref="NodeStep"/>.</param>
public sealed record NodeSample(object Settings, Type Enters)
{
    /// <summary>The formulas of the settings, by the path of the setting.</summary>
    public IReadOnlyDictionary<string, CompiledFormula> Formulas { get; init; } = new Dictionary<string, CompiledFormula>();
}
