using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Unit.Tests.Flows.Oracle;

/// <summary>
/// What flows.md says of a flow, as a walk over its drawing: plain objects that are changed, one call within the other. It shares nothing with the machine, which
/// keeps rows and an agenda. A run is replayed from its beginning for each answer.
/// </summary>
internal sealed class FlowOracle(Plan[] trunk)
{
    private const int Depth = 3;

    private readonly HashSet<string> _true = [];
    private readonly Dictionary<string, OracleSpot> _lastOf = [];
    private OracleWay? _trunk;
    private decimal _now;

    public string Status { get; private set; } = "Draft";

    /// <summary>Who is asked where, in the order of blocks.</summary>
    public string Open => Status != "Running" ? "" : string.Join(' ', Steps(_trunk!)
        .SelectMany(spot => spot.Seats!.All.Where(seat => seat.State == 'o').Select(seat => $"{spot.Plan.Key}:{seat.Holder}")).Order(StringComparer.Ordinal));

    /// <returns>Whether it is taken.</returns>
    public bool Do(Deed deed) => deed switch
    {
        Deed.Submit => Submit(),
        Deed.Crash => true,
        Deed.Turn turn => _true.Remove(turn.Condition) || _true.Add(turn.Condition),
        Deed.Advance advance => Advance(advance.Hours),
        Deed.Remove remove => Remove(remove),
        Deed.Claim claim => Claim(claim),
        Deed.Decide decide => At(decide.Block, decide.Who, (spot, seat) => Decide(spot, seat, decide.IsPositive)),
        Deed.Release release => At(release.Block, release.Who, Release),
        Deed.Transfer transfer => At(transfer.Block, transfer.Who, (spot, seat) => Transfer(spot, seat, transfer.To)),
        Deed.Add add => At(add.Block, add.Who, (spot, seat) => Add(spot, seat, add)),
        Deed.Return back => At(back.Block, back.Who, (spot, seat) => Return(spot, seat, back.To)),
        _ => throw new ArgumentOutOfRangeException(nameof(deed)),
    };

    private bool Submit()
    {
        if (Status is not ("Draft" or "Returned"))
        {
            return false;
        }

        (Status, _trunk) = ("Running", new OracleWay(trunk, null));
        GoOn(_trunk, 0);
        return true;
    }

    private static IEnumerable<OracleSpot> Steps(OracleWay way) => way.IsCancelled ? [] : way.Spots.Where(spot => !spot.IsCancelled)
        .SelectMany(spot => spot.Seats is null ? spot.Ways.SelectMany(inner => Steps(inner.Way)) : spot.Outcome is null ? [spot] : Array.Empty<OracleSpot>());

    private bool At(string block, char who, Func<OracleSpot, OracleSeat, bool> act)
    {
        var found = (Status == "Running" ? Steps(_trunk!) : []).Where(spot => spot.Plan.Key == block)
            .SelectMany(spot => spot.Seats!.All.Where(seat => seat.State == 'o' && (seat.Holder == who || (seat.Holder == '?' && PlanOf(spot).People.Length == 0))).Select(seat => (Spot: spot, Seat: seat))).ToList();
        if (found.Count == 0)
        {
            return false;
        }

        var (at, own) = found[0];
        var before = own.Holder;
        own.Holder = who;
        var isTaken = act(at, own);
        own.Holder = isTaken ? own.Holder : before;
        return isTaken;
    }

    private static Plan.Step PlanOf(OracleSpot spot) => (Plan.Step)spot.Plan;

    private bool Decide(OracleSpot spot, OracleSeat seat, bool isPositive)
    {
        if (!isPositive && PlanOf(spot).IsHandle)
        {
            return false;
        }

        (seat.State, seat.Due, seat.IsByPerson) = (isPositive ? 'y' : 'n', null, true);
        Settle(spot);
        return true;
    }

    private bool Claim(Deed.Claim claim)
    {
        var spot = Status != "Running" ? null : Steps(_trunk!).FirstOrDefault(spot => spot.Plan.Key == claim.Block);
        var seat = spot?.Seats!.All.FirstOrDefault(seat => seat is { State: 'o', Holder: '?' });
        if (seat is null || (PlanOf(spot!).People.Length > 0 && !PlanOf(spot!).People.Contains(claim.Who, StringComparison.Ordinal)))
        {
            return false;
        }

        seat.Holder = claim.Who;
        return true;
    }

    private static bool Release(OracleSpot spot, OracleSeat seat)
    {
        if (seat.AddedBy is not null || (!PlanOf(spot).IsClaimed && PlanOf(spot).People.Length > 0))
        {
            return false;
        }

        seat.Holder = '?';
        return true;
    }

    private static bool Transfer(OracleSpot spot, OracleSeat seat, char to)
    {
        if (to == seat.Holder || IsAsked(spot, to, seat))
        {
            return false;
        }

        seat.Holder = to;
        return true;
    }

    private static bool IsAsked(OracleSpot spot, char who, OracleSeat? except)
        => spot.Seats!.All.Any(seat => seat != except && seat.Holder == who && seat.State is 'o' or 'w');

    private bool Add(OracleSpot spot, OracleSeat seat, Deed.Add add)
    {
        if (seat.Depth >= Depth || add.Members.Any(member => IsAsked(spot, member, null)))
        {
            return false;
        }

        var added = add.Members.Select(member => new OracleSeat { Holder = member, AddedBy = seat }).ToList();
        switch (add.Place)
        {
            case SeatOrigin.AddedBeside:
                var group = GroupOf(spot.Seats!, seat);
                group.Seats.InsertRange(group.Seats.IndexOf(seat) + 1, added);
                break;
            case SeatOrigin.AddedBefore:
                (seat.Before, seat.State, seat.Left, seat.Due) = (NewGroup(add.Mode, added), 'w', seat.Due - _now, null);
                break;
            default:
                (seat.After, seat.State, seat.Due, seat.IsByPerson) = (NewGroup(add.Mode, added), 'y', null, true);
                break;
        }

        Settle(spot);
        return true;
    }

    private static OracleGroup NewGroup(SeatMode mode, List<OracleSeat> seats)
    {
        var group = new OracleGroup(mode);
        group.Seats.AddRange(seats);
        return group;
    }

    private static OracleGroup GroupOf(OracleGroup group, OracleSeat seat) => group.Seats.Contains(seat) ? group
        : group.Seats.SelectMany(other => new[] { other.Before, other.After }).OfType<OracleGroup>().First(inner => inner.All.Contains(seat)) is var inner && inner.Seats.Contains(seat) ? inner : GroupOf(inner, seat);

    private bool Remove(Deed.Remove remove)
    {
        var spot = Status != "Running" ? null : Steps(_trunk!).FirstOrDefault(spot => spot.Plan.Key == remove.Block);
        var seat = spot?.Seats!.All.FirstOrDefault(seat => seat.State is 'o' or 'w' && seat.Holder == remove.Member && seat.AddedBy?.Holder == remove.Who);
        if (seat is null)
        {
            return false;
        }

        (seat.State, seat.Due) = ('x', null);
        seat.Before?.Close();
        Settle(spot!);
        return true;
    }

    private bool Advance(int hours)
    {
        var until = _now + hours;
        while (Status == "Running" && Steps(_trunk!).SelectMany(spot => spot.Seats!.All.Where(seat => seat.State == 'o' && seat.Due <= until).Select(seat => (Spot: spot, Seat: seat))).ToList() is { Count: > 0 } due)
        {
            var (spot, seat) = due.MinBy(entry => entry.Seat.Due);
            (_now, seat.State, seat.Due) = (seat.Due!.Value, PlanOf(spot).TimeoutApproves ? 'y' : 'n', null);
            Settle(spot);
        }

        _now = until;
        return true;
    }

    private void Settle(OracleSpot spot)
    {
        var plan = PlanOf(spot);
        while (spot.Seats!.Move(_now, seat => seat.Due = plan.Hours > 0 ? _now + plan.Hours : null))
        {
        }

        switch (spot.Seats.Say)
        {
            case 'y':
                (spot.Outcome, _) = ("through", spot.Seats.Close());
                GoOn(spot.Within, spot.Within.PlaceOf(spot.Plan.Key) + 1);
                break;
            case 'n':
                (spot.Outcome, _) = ("rejected", spot.Seats.Close());
                Rejected(spot, plan);
                break;
        }
    }

    private void Rejected(OracleSpot spot, Plan.Step plan)
    {
        if (plan.RejectionReturns)
        {
            Status = "Returned";
        }
        else
        {
            End(spot.Within, "rejected");
        }
    }

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
        foreach (var spot in common.Spots.Where(spot => spot.IsLive && (spot.Outcome is null || common.PlaceOf(spot.Plan.Key) >= place)).ToList())
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
