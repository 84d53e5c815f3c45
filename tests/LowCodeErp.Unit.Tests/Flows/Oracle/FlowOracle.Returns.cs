using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Unit.Tests.Flows.Oracle;

/// <summary>Back to where somebody was before.</summary>
internal sealed partial class FlowOracle
{
    private bool Return(OracleSpot spot, OracleSeat seat, string? to)
    {
        if (seat.AddedBy?.Before?.Seats.Contains(seat) == true)
        {
            return GiveBack(spot, seat);
        }

        if (to is null)
        {
            Status = "Returned";
            return true;
        }

        if (PlanOf(spot) is { Mode: SeatMode.Sequential } && to == spot.Plan.Key && Earlier(spot, seat) is { } earlier)
        {
            (seat.State, seat.WasOpened, seat.Due) = ('w', false, null);
            (earlier.State, earlier.WasOpened, earlier.IsByPerson) = ('w', false, false);
            Settle(spot);
            return true;
        }

        return GoBack(spot, to);
    }

    /// <summary>A seat that was added before another gives it back, and so do those that were added with it.</summary>
    private bool GiveBack(OracleSpot spot, OracleSeat seat)
    {
        foreach (var other in seat.AddedBy!.Before!.Seats.Where(other => other.AddedBy == seat.AddedBy && other.State is 'o' or 'w').ToList())
        {
            (other.State, other.Due) = ('x', null);
        }

        (seat.State, seat.Due) = ('x', null);
        Settle(spot);
        return true;
    }

    private static OracleSeat? Earlier(OracleSpot spot, OracleSeat seat)
        => spot.Seats!.Seats.TakeWhile(other => other != seat).LastOrDefault(other => other.AddedBy is null && other is { State: 'y' or 'n', IsByPerson: true });

    private bool GoBack(OracleSpot source, string to)
    {
        if (!Array.Exists(trunk, plan => OracleWay.Holds(plan, to)))
        {
            return false;
        }

        var common = source.Within;
        while (common.PlaceOf(to) < 0)
        {
            common = common.Owner!.Within;
        }

        var at = common.Plans[common.PlaceOf(to)];
        if (OracleWay.Holds(at, source.Plan.Key) || Visits(common, to).All(visit => visit is not { Outcome: not null and not "returned", WasActed: true }) || Visits(common, to).Any(visit => visit.IsLive) || !IsStep(at, to))
        {
            return false;
        }

        source.Outcome = "returned";
        source.Seats!.Close();
        var place = common.PlaceOf(to);
        foreach (var spot in common.Spots.Where(spot => spot.IsLive && (spot.Outcome is null || common.PlaceOf(spot.Plan.Key) >= place || OracleWay.Holds(spot.Plan, source.Plan.Key))).ToList())
        {
            Cancel(spot);
        }

        common.Outcome = null;
        EnterAt(common, at, to);
        return true;
    }

    private static bool IsStep(Plan plan, string key) => plan.Key == key ? plan is Plan.Step : plan.Inside.Any(way => way.Any(inner => IsStep(inner, key)));

    /// <summary>The visits of a block in this walk that were not called off as a whole.</summary>
    private static IEnumerable<OracleSpot> Visits(OracleWay way, string key) => way.IsCancelled ? [] : way.Spots.Where(spot => !spot.IsCancelled)
        .SelectMany(spot => spot.Plan.Key == key ? [spot] : spot.Ways.SelectMany(inner => Visits(inner.Way, key)));

    /// <summary>Down to a block: the other branches of what stands around it keep their results, or run again.</summary>
    private void EnterAt(OracleWay way, Plan at, string to)
    {
        if (at.Key == to)
        {
            Enter(way, at);
            return;
        }

        var last = way.Spots.LastOrDefault(spot => spot.Plan == at) ?? _lastOf.GetValueOrDefault(at.Key);
        var opened = new OracleSpot(at, way);
        way.Spots.Add(opened);
        var begun = new List<(OracleWay Way, bool IsTarget)>();
        foreach (var (index, plans) in at.Inside.Index())
        {
            var isTarget = Array.Exists(plans, plan => OracleWay.Holds(plan, to));
            var before = last is null ? null : last.Ways.LastOrDefault(entry => entry.Branch == index).Way;
            if (!isTarget && (at is Plan.Choice { IsInclusive: false } || (at is Plan.Choice && before is null)))
            {
                continue;
            }

            var carried = !isTarget && last is { IsCancelled: false, IsLive: false } && before?.Outcome is not null;
            var next = new OracleWay(plans, opened) { IsCarried = carried, Outcome = carried ? before!.Outcome : null };
            opened.Ways.Add((index, next));
            begun.AddRange(carried ? [] : [(next, isTarget)]);
        }

        foreach (var (next, isTarget) in begun)
        {
            if (isTarget)
            {
                if (last is not null)
                {
                    RememberInside(last);
                }

                EnterAt(next, next.Plans[next.PlaceOf(to)], to);
            }
            else
            {
                GoOn(next, 0);
            }
        }
    }
    /// <summary>What was visited last inside, for branches further down.</summary>
    private void RememberInside(OracleSpot spot)
    {
        foreach (var inner in spot.Ways.SelectMany(entry => entry.Way.Spots))
        {
            _lastOf[inner.Plan.Key] = inner;
            RememberInside(inner);
        }
    }
}
