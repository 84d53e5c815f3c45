using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Votes;

namespace LowCodeErp.Unit.Tests.Flows;

public sealed class VoteRuleTests
{
    private static readonly Gen<Vote> Votes =
        from verdict in Gen.Elements(Verdict.Undecided, Verdict.Approved, Verdict.Rejected)
        from weight in Gen.Choose(1, 5)
        from veto in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from fiat in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Vote(verdict, weight / 2m, veto, fiat);

    private static readonly Gen<VoteRule> Rules =
        from mode in Gen.Elements(SeatMode.All, SeatMode.Any, SeatMode.Sequential, SeatMode.Vote)
        from measure in Gen.Elements(VoteMeasure.Ratio, VoteMeasure.Count, VoteMeasure.Weight)
        from value in Gen.Choose(1, 7)
        from of in Gen.Choose(7, 9)
        from exceed in Gen.Elements(true, false)
        from collect in Gen.Elements(true, false)
        from allReject in Gen.Elements(true, false)
        select new VoteRule(mode, new VoteThreshold { Measure = measure, Value = value, Of = of, Exceed = exceed }, collect, allReject);

    [Fact]
    public void Decide_AgreesWithTheOracle()
        => Prop.ForAll(Rules.ToArbitrary(), Votes.ListOf().Select(votes => votes.ToArray()).ToArbitrary(), (rule, votes) => rule.Decide(votes) == Oracle(rule, votes))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    /// <summary>Tries out everything that the open seats might still say; the result is certain when all of that gives the same. In whole numbers.</summary>
    private static VoteResult Oracle(VoteRule rule, Vote[] votes)
    {
        if (votes.Length == 0)
        {
            return VoteResult.Empty;
        }

        var open = votes.Count(vote => vote.Verdict == Verdict.Undecided);
        if (rule.CollectAll && open > 0)
        {
            return VoteResult.Undecided;
        }

        var heard = votes.Where(vote => vote.Verdict != Verdict.Undecided).ToArray();
        if (heard.Any(vote => vote.HasVeto && vote.Verdict == Verdict.Rejected))
        {
            return VoteResult.Failed;
        }

        if (heard.Any(vote => vote.HasFiat && vote.Verdict == Verdict.Approved))
        {
            return VoteResult.Passed;
        }

        if (rule is { Mode: SeatMode.Any, AllMustReject: false } && heard.Length > 0)
        {
            return heard.Any(vote => vote.Verdict == Verdict.Approved) ? VoteResult.Passed : VoteResult.Failed;
        }

        var (worst, best) = (Reached(rule, votes, false), Reached(rule, votes, true));
        return worst ? VoteResult.Passed : best ? VoteResult.Undecided : VoteResult.Failed;
    }

    private static bool Reached(VoteRule rule, Vote[] votes, bool othersApprove)
    {
        var yes = votes.Where(vote => vote.Verdict == Verdict.Approved || (othersApprove && vote.Verdict == Verdict.Undecided)).ToList();
        var (mine, all) = (new BigInteger(yes.Sum(vote => vote.Weight) * 2), new BigInteger(votes.Sum(vote => vote.Weight) * 2));
        var threshold = rule.Threshold!;
        var difference = threshold.Measure switch
        {
            VoteMeasure.Ratio => (mine * (int)threshold.Of) - (all * (int)threshold.Value),
            VoteMeasure.Count => yes.Count - (int)threshold.Value,
            _ => mine - (2 * (int)threshold.Value),
        };
        return rule.Mode switch
        {
            SeatMode.Any => yes.Count > 0,
            SeatMode.Vote => threshold.Exceed ? difference > 0 : difference >= 0,
            _ => yes.Count == votes.Length,
        };
    }
}
