namespace LowCodeErp.Runtime.Flows.Model;

/// <summary>Blocks that follow one another: the trunk of a flow, or one branch of a block.</summary>
public sealed class FlowSequence
{
    /// <summary>The branching that it is a branch of; null for the trunk.</summary>
    public FlowBlock? Owner { get; internal set; }

    /// <summary>The key of the branch; null for the trunk.</summary>
    public string? Branch { get; internal set; }

    public IReadOnlyList<FlowBlock> Blocks { get; internal set; } = [];

    /// <summary>Its blocks and all within them, in the order in which they are read.</summary>
    public IEnumerable<FlowBlock> WithAllBelow => Blocks.SelectMany(block => block.Ways.SelectMany(branch => branch.Sequence.WithAllBelow).Prepend(block));
}
