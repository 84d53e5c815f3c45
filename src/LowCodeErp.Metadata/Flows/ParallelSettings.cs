namespace LowCodeErp.Metadata.Flows;

/// <summary>How the branches of a parallel block come together (rules 47 and 50).</summary>
public sealed record ParallelSettings
{
    public FlowJoin Join { get; init; } = FlowJoin.All;

    /// <summary>Of <see cref="FlowJoin.Count"/>: how many branches have to come through; from 1 to their number.</summary>
    public int? Count { get; init; }

    /// <summary>What becomes of branches that are still open when enough others came through.</summary>
    public FlowRemainder Remainder { get; init; } = FlowRemainder.Cancel;

    /// <summary>What a rejection in one branch does.</summary>
    public FlowBranchRejection OnReject { get; init; } = FlowBranchRejection.RejectAll;
}
