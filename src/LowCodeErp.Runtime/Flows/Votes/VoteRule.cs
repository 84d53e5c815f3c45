using LowCodeErp.Metadata.Flows.Tasks;

namespace LowCodeErp.Runtime.Flows.Votes;

/// <summary>When seats that decide together have decided (flows.md 1.3). Weights and thresholds stay exact: decimals of this size never round.</summary>
public sealed record VoteRule(SeatMode Mode, VoteThreshold? Threshold = null, bool CollectAll = false, bool AllMustReject = false)
{
    public static VoteRule Of(TaskSettings settings) => settings is ApprovalSettings approval
        ? new(approval.Claim ? SeatMode.All : approval.Mode, approval.Threshold, approval.CollectAll, approval.AllMustReject)
        : new(settings.Claim ? SeatMode.All : settings.Mode);

    public VoteResult Decide(IReadOnlyCollection<Vote> votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var isOpen = votes.Any(vote => vote.Verdict == Verdict.Undecided);
        return votes.Count == 0 ? VoteResult.Empty
            : CollectAll && isOpen ? VoteResult.Undecided
            : votes.Any(vote => vote is { HasVeto: true, Verdict: Verdict.Rejected }) ? VoteResult.Failed
            : votes.Any(vote => vote is { HasFiat: true, Verdict: Verdict.Approved }) ? VoteResult.Passed
            : Count(votes, isOpen);
    }

    private VoteResult Count(IReadOnlyCollection<Vote> votes, bool isOpen) => Mode switch
    {
        SeatMode.Any => CountAny(votes, isOpen),
        SeatMode.Vote => CountShares(votes, Threshold!),
        _ => votes.Any(vote => vote.Verdict == Verdict.Rejected) ? VoteResult.Failed
            : isOpen ? VoteResult.Undecided
            : VoteResult.Passed,
    };

    private VoteResult CountAny(IReadOnlyCollection<Vote> votes, bool isOpen)
        => votes.Any(vote => vote.Verdict == Verdict.Approved) ? VoteResult.Passed
            : isOpen && (AllMustReject || votes.All(vote => vote.Verdict == Verdict.Undecided)) ? VoteResult.Undecided
            : VoteResult.Failed;

    private static VoteResult CountShares(IReadOnlyCollection<Vote> votes, VoteThreshold threshold)
    {
        var (all, approved, open) = (0m, 0m, 0m);
        foreach (var vote in votes)
        {
            var weight = threshold.Measure == VoteMeasure.Count ? 1 : vote.Weight;
            all += weight;
            approved += vote.Verdict == Verdict.Approved ? weight : 0;
            open += vote.Verdict == Verdict.Undecided ? weight : 0;
        }

        return Meets(approved, all, threshold) ? VoteResult.Passed
            : Meets(approved + open, all, threshold) ? VoteResult.Undecided
            : VoteResult.Failed;
    }

    private static bool Meets(decimal approved, decimal all, VoteThreshold threshold)
    {
        var (reached, wanted) = threshold.Measure == VoteMeasure.Ratio ? (approved * threshold.Of, threshold.Value * all) : (approved, threshold.Value);
        return threshold.Exceed ? reached > wanted : reached >= wanted;
    }
}
