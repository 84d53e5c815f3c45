using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Flows.Nodes;

/// <summary>What a node may look at while it decides.</summary>
/// <param name="Block">Its place in the flow, with its settings.</param>
/// <param name="Activation">How often it was entered in the instance, from 1.</param>
public sealed record NodeContext(FlowBlock.Leaf Block, FlowFacts Facts, int Activation)
{
    /// <summary>A formula of the settings, by the path of the setting: <c>when</c>, <c>values.amount</c>; null where it is left out.</summary>
    public FlowTerm? Find(string setting) => Block.Formulas.TryGetValue(setting, out CompiledFormula? formula) ? new(setting, formula) : null;

    /// <summary>The formulas of a map among the settings, by its keys.</summary>
    public IReadOnlyList<FlowTerm> FindAll(string map)
        => [.. Block.Formulas.Where(entry => entry.Key.StartsWith(map + ".", StringComparison.Ordinal)).OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new FlowTerm(entry.Key[(map.Length + 1)..], entry.Value))];
}
