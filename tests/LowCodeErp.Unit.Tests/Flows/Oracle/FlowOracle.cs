using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Unit.Tests.Flows.Oracle;

/// <summary>
/// What flows.md says of a flow, as a walk over its drawing: plain objects that are changed, one call within the other. It shares nothing with the machine, which
/// keeps rows and an agenda. A run is replayed from its beginning for each answer.
/// </summary>
internal sealed partial class FlowOracle(Plan[] trunk)
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
            .SelectMany(spot => spot.Seats!.All.Where(seat => seat.State == 'o' && (seat.Holder == who || (seat.Holder == '?' && PlanOf(spot).People.Length == 0))).Select(seat => (Spot: spot, Seat: seat)))
            .OrderBy(entry => entry.Seat.Holder == '?').ToList();
        if (found.Count == 0)
        {
            return false;
        }

        var (at, own) = found[0];
        var before = own.Holder;
        own.Holder = act == Release ? before : who;
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
        if (seat.Holder == '?' || seat.AddedBy is not null || (!PlanOf(spot).IsClaimed && PlanOf(spot).People.Length > 0))
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
}
