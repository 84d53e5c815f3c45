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
        var to = timeout.Action switch
        {
            TimeoutAction.Escalate => seat.HolderId is { } holder ? work.Facts.Organisation.SuperiorOf(holder) : null,
            TimeoutAction.Transfer => FlowMembers.Find(work, timeout.Member!),
            _ => null,
        };
        if (to is { } member && work.Facts.Organisation.IsActive(member) && member != seat.HolderId)
        {
            FlowHandovers.Move(work, scope, seat, member, FlowActions.Transferred, FlowReasons.Timeout, null);
        }
        else
        {
            FlowMessages.Remind(work, scope, seat, FlowReasons.Timeout);
        }
    }
}
