using LowCodeErp.Runtime.Flows.Machine;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows;

/// <summary>Who had a part in an instance, and may therefore see it even where he may not see its record.</summary>
public static class FlowParticipants
{
    /// <summary>The initiator, whoever is or was asked, whoever handed a task on, and whoever got a copy.</summary>
    public static bool Contains(FlowState state, long memberId)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Instance.InitiatorId == memberId
            || state.Seats.Values.Any(seat => Concerns(seat, memberId))
            || FlowMessages.ReceiversOf(state.Jobs.Values, FlowActions.Copied).Contains(memberId);
    }

    private static bool Concerns(FlowSeat seat, long memberId)
        => seat.OpenedAt is not null
            && (seat.PrincipalId == memberId || seat.HolderId == memberId || seat.DecidedById == memberId || seat.Candidates.Contains(memberId) || seat.Delegators.Contains(memberId)
                || seat.Chain.Any(handover => handover.From == memberId || handover.To == memberId));
}
