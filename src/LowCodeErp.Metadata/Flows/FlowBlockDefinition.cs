using System.Text.Json;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Flows;

/// <summary>One block of a flow: a branching with its branches, or a leaf.</summary>
public sealed record FlowBlockDefinition
{
    public const string Exclusive = "exclusive";
    public const string Inclusive = "inclusive";
    public const string Parallel = "parallel";
    public const string Loop = "loop";

    /// <summary><c>exclusive</c>, <c>inclusive</c>, <c>parallel</c>, <c>loop</c>, or the key of a flow node: <c>approval</c>.</summary>
    public required string Type { get; init; }

    public LocalizedText? Label { get; init; }

    /// <summary>Of a step with effects: create, update, webhook, script.</summary>
    public FlowReplay OnReplay { get; init; }

    /// <summary>Of a branching, in their order; of a loop the one that is repeated. A leaf has none.</summary>
    public IReadOnlyList<FlowBranchDefinition> Branches { get; init; } = [];

    /// <summary><see cref="ParallelSettings"/>, <see cref="LoopSettings"/>, or the settings record of the flow node.</summary>
    public JsonElement? Settings { get; init; }
}
