using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Flows;

/// <summary>One way through a branching.</summary>
public sealed record FlowBranchDefinition
{
    /// <summary>Unique among the branches of its block; permanent.</summary>
    public required string Key { get; init; }

    public LocalizedText? Label { get; init; }

    /// <summary>
    /// The condition of an exclusive or inclusive branch. Null: the branch that is taken where no other is; it stands last. Parallel branches and the
    /// body of a loop have none.
    /// </summary>
    public string? When { get; init; }

    /// <summary>Keys of its blocks, in their order; none is legal and does nothing.</summary>
    public IReadOnlyList<string> Sequence { get; init; } = [];
}
