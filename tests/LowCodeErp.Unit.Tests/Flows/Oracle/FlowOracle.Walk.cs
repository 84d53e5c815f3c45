using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Unit.Tests.Flows.Oracle;

/// <summary>How it goes on by itself.</summary>
internal sealed partial class FlowOracle
{
    private void GoOn(OracleWay way, int place)
    {
        if (Status != "Running" || way.IsCancelled || way.Outcome is not null)
        {
            return;
        }

        if (place < way.Plans.Length)
        {
            Enter(way, way.Plans[place]);
        }
        else
        {
            End(way, "through");
        }
    }

    private void Enter(OracleWay way, Plan plan)
    {
        var spot = new OracleSpot(plan, way);
        way.Spots.Add(spot);
        switch (plan)
        {
            case Plan.Step step:
                spot.Seats = SeatsOf(step);
                Settle(spot);
                break;
            case Plan.Choice choice:
                Begin(spot, ChosenOf(choice));
                break;
            default:
                Begin(spot, [.. Enumerable.Range(0, plan.Inside.Count)]);
                break;
        }
    }

    private List<int> ChosenOf(Plan.Choice choice)
    {
        var holding = Enumerable.Range(0, choice.Ways.Length - 1).Where(index => _true.Contains($"{choice.Key}.{index}")).ToList();
        return holding.Count == 0 ? [choice.Ways.Length - 1] : choice.IsInclusive ? holding : [holding[0]];
    }

    private void Begin(OracleSpot spot, List<int> branches)
    {
        var ways = branches.Select(index => (index, new OracleWay(spot.Plan.Inside[index], spot))).ToList();
        spot.Ways.AddRange(ways);
        foreach (var (_, way) in ways)
        {
            GoOn(way, 0);
        }
    }

    private static OracleGroup SeatsOf(Plan.Step step)
    {
        var group = new OracleGroup(step.IsClaimed ? SeatMode.All : step.Mode, step.Share, step.CollectAll, step.AllMustReject);
        var people = step.IsClaimed || step.People.Length == 0 ? "?" : step.Mode == SeatMode.Sequential ? step.People : string.Concat(step.People.Distinct());
        group.Seats.AddRange(people.Select(person => new OracleSeat { Holder = person }));
        return group;
    }

    /// <summary>A sequence is over, forwards or by a rejection.</summary>
    private void End(OracleWay way, string outcome)
    {
        if (outcome == "rejected")
        {
            way.Spots.ForEach(Cancel);
        }

        way.Outcome = outcome;
        if (way.Owner is { } block)
        {
            Join(block);
        }
        else if (outcome == "rejected")
        {
            Status = "Rejected";
        }
        else
        {
            EndWhenNothingIsLeft();
        }
    }

    private void EndWhenNothingIsLeft()
    {
        if (Status == "Running" && _trunk is { Outcome: "through", IsLive: false })
        {
            Status = "Approved";
        }
    }

    private void Join(OracleSpot spot)
    {
        if (spot.IsCancelled || spot.Outcome is not null)
        {
            EndWhenNothingIsLeft();
            return;
        }

        var ways = spot.Plan is Plan.Loop ? [spot.Ways[^1].Way] : spot.Ways.Select(entry => entry.Way).ToList();
        var (through, rejected, open) = (ways.Count(way => way.Outcome == "through"), ways.Count(way => way.Outcome == "rejected"), ways.Count(way => way.Outcome is null));
        var split = spot.Plan as Plan.Split;
        var needed = split?.Needed ?? ways.Count;
        var onReject = split?.OnReject ?? FlowBranchRejection.RejectAll;
        if (rejected > 0 && (onReject == FlowBranchRejection.RejectAll || (onReject == FlowBranchRejection.Wait && open == 0)))
        {
            Reject(spot);
        }
        else if (rejected > 0 && onReject == FlowBranchRejection.Wait)
        {
            return;
        }
        else if (through >= needed)
        {
            Pass(spot, split?.LeavesRest == true);
        }
        else if (through + open < needed)
        {
            Reject(spot);
        }
    }

    private void Reject(OracleSpot spot)
    {
        spot.Ways.ForEach(entry => Cancel(entry.Way));
        spot.Outcome = "rejected";
        End(spot.Within, "rejected");
    }

    private void Pass(OracleSpot spot, bool leavesRest)
    {
        if (spot.Plan is Plan.Loop && !_true.Contains("until"))
        {
            Begin(spot, [0]);
            return;
        }

        foreach (var (_, way) in leavesRest ? [] : spot.Ways.Where(entry => entry.Way.Outcome is null))
        {
            Cancel(way);
        }

        spot.Outcome = "through";
        GoOn(spot.Within, spot.Within.PlaceOf(spot.Plan.Key) + 1);
    }

    /// <summary>What is over stays as it was.</summary>
    private static void Cancel(OracleSpot spot)
    {
        if (spot.IsLive)
        {
            spot.IsCancelled = true;
            spot.Ways.ForEach(entry => Cancel(entry.Way));
        }
    }

    private static void Cancel(OracleWay way)
    {
        if (way.IsLive)
        {
            way.IsCancelled = true;
            way.Spots.ForEach(Cancel);
        }
    }
}
