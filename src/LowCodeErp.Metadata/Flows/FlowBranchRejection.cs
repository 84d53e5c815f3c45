namespace LowCodeErp.Metadata.Flows;

/// <summary>What a rejection in one branch of a parallel block does.</summary>
public enum FlowBranchRejection
{
    /// <summary>The block is rejected at once; the other branches are cancelled.</summary>
    RejectAll,

    /// <summary>The other branches come to their end first; then the block is rejected.</summary>
    Wait,

    /// <summary>The branch ends, and does not count as one that came through.</summary>
    BranchOnly,
}
