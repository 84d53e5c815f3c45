using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;

namespace LowCodeErp.Unit.Tests.Flows.Oracle;

/// <summary>A drawing of a flow that both the machine and the oracle are given.</summary>
internal abstract record Plan(string Key)
{
    /// <param name="People">Letters; none: whoever is told to.</param>
    /// <param name="Hours">After which each seat decides by itself; 0 for never.</param>
    public sealed record Step(string Key, string People, bool IsHandle, bool IsClaimed, SeatMode Mode, int Share, bool CollectAll, bool AllMustReject, bool RejectionReturns, decimal Hours, bool TimeoutApproves) : Plan(Key);

    /// <summary>The last way is the one without a condition.</summary>
    public sealed record Choice(string Key, bool IsInclusive, Plan[][] Ways) : Plan(Key);

    public sealed record Split(string Key, int Needed, bool LeavesRest, FlowBranchRejection OnReject, Plan[][] Ways) : Plan(Key);

    public sealed record Loop(string Key, Plan[] Body) : Plan(Key);

    public IReadOnlyList<Plan[]> Inside => this switch { Choice choice => choice.Ways, Split split => split.Ways, Loop loop => [loop.Body], _ => [] };
}
