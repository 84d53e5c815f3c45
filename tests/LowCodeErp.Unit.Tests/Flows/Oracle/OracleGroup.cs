using LowCodeErp.Metadata.Flows.Tasks;

namespace LowCodeErp.Unit.Tests.Flows.Oracle;

/// <summary>Several people's say together: y(es), n(o), or u(ndecided).</summary>
internal sealed class OracleGroup(SeatMode mode, int share = 1, bool collectAll = false, bool allMustReject = false)
{
    public List<OracleSeat> Seats { get; } = [];

    public IEnumerable<OracleSeat> All => Seats.SelectMany(seat => seat.Asked.Concat(new[] { seat.Before, seat.After }.OfType<OracleGroup>()).SelectMany(group => group.All).Prepend(seat));

    public char Say
    {
        get
        {
            var says = Seats.Where(seat => seat.State != 'x').Select(SayOf).ToList();
            var (yes, no, open) = (says.Count(say => say == 'y'), says.Count(say => say == 'n'), says.Count(say => say == 'u'));
            return says.Count == 0 ? 'y' : collectAll && open > 0 ? 'u' : Count(says.Count, yes, no, open);
        }
    }

    /// <summary>Opens whose turn it is, and closes whom nobody needs, from the innermost outwards.</summary>
    public bool Move(decimal now, Action<OracleSeat> open)
    {
        var moved = false;
        foreach (var seat in Seats.ToList())
        {
            moved |= seat.Before?.Move(now, open) == true;
            moved |= seat.After?.Move(now, open) == true;
            if (seat is { State: 'w', WasOpened: true, Before.Say: not 'u' })
            {
                var refused = seat.Before.Say == 'n';
                seat.Before.Close();
                seat.State = refused ? 'n' : 'o';
                seat.Due = refused ? null : seat.Left is { } left ? now + left : seat.Due;
                seat.Left = null;
                moved = true;
            }

            if (seat.After is { Say: not 'u' } after)
            {
                moved |= after.Close();
            }
        }

        return moved | OpenNext(open);
    }

    public bool Close()
    {
        var closed = false;
        foreach (var seat in All.Where(seat => seat.State is 'w' or 'o').ToList())
        {
            (seat.State, seat.Due, closed) = ('x', null, true);
        }

        return closed;
    }

    private bool OpenNext(Action<OracleSeat> open)
    {
        var moved = false;
        foreach (var seat in Say == 'u' ? Seats : [])
        {
            if (seat is { State: 'w', WasOpened: false })
            {
                (seat.State, seat.WasOpened, moved) = ('o', true, true);
                open(seat);
            }

            if (mode == SeatMode.Sequential && seat.State != 'x' && SayOf(seat) == 'u')
            {
                break;
            }
        }

        return moved;
    }

    private char Count(int all, int yes, int no, int open) => mode switch
    {
        SeatMode.Any => yes > 0 ? 'y' : no == 0 || (allMustReject && open > 0) ? 'u' : 'n',
        SeatMode.Vote => 3 * yes >= share * all ? 'y' : 3 * (yes + open) < share * all ? 'n' : 'u',
        _ => no > 0 ? 'n' : yes == all ? 'y' : 'u',
    };

    private static char SayOf(OracleSeat seat) => seat.State switch { 'y' => seat.After?.Say ?? 'y', 'n' => 'n', _ => 'u' };
}
