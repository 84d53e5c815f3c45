using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>What happens by itself while somebody does not act (rule 40).</summary>
internal static class FlowTimeouts
{
    public static void Act(FlowWork work, FlowScope scope, FlowSeat seat, int step)
    {
        var settings = FlowSeats.SettingsOf(work, scope);
        var timeout = settings.Timeouts[step];
        switch (timeout.Action)
        {
            case TimeoutAction.Approve:
                FlowSeats.Decide(work, scope, seat, FlowSeats.PositiveOf(settings), FlowReasons.Timeout, null);
                break;
            case TimeoutAction.Reject:
                FlowSeats.Decide(work, scope, seat, SeatStatus.Rejected, FlowReasons.Timeout, null);
                break;
            case TimeoutAction.Return:
                FlowReturns.ByTimeout(work, scope, seat);
                break;
            default:
                PassOn(work, scope, seat, timeout);
                FlowTimers.Start(work, scope, work.Seats[seat.Id], settings, step + 1);
                break;
        }
    }

    private static void PassOn(FlowWork work, FlowScope scope, FlowSeat seat, TimeoutStep timeout)
    {
        var candidates = timeout.Action switch
        {
            TimeoutAction.Escalate => Above(work, seat.HolderId),
            TimeoutAction.Transfer => FlowMembers.Find(work, timeout.Member!) is { } member ? [member] : [],
            _ => [],
        };
        if (candidates.Where(member => FlowHandovers.CanTake(work, scope, seat, member)).Select(member => (long?)member).FirstOrDefault() is { } to)
        {
            FlowHandovers.Move(work, scope, seat, to, FlowActions.Transferred, FlowReasons.Timeout, null);
        }
        else
        {
            FlowMessages.Remind(work, scope, seat, FlowReasons.Timeout);
        }
    }

    /// <summary>The superiors of a member, the nearest first; where they stand in a circle each of them once.</summary>
    private static List<long> Above(FlowWork work, long? member)
    {
        var above = new List<long>();
        while (member is { } at && work.Facts.Organisation.SuperiorOf(at) is { } superior && !above.Contains(superior))
        {
            above.Add(superior);
            member = superior;
        }

        return above;
    }
}
