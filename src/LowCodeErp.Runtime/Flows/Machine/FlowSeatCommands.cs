using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>What people do at their seats, once it is theirs to do.</summary>
internal static class FlowSeatCommands
{
    public static IEnumerable<FlowQuestion> Carry(FlowWork work, FlowEvent.SeatCommand command)
    {
        if (!work.Seats.TryGetValue(command.SeatId, out var seat))
        {
            work.Refuse(FlowDiagnostics.SeatUnknown());
            return [];
        }

        var scope = work.Scopes[seat.ScopeId];
        if (Check(work, scope, seat, command) is { } problem)
        {
            work.Refuse(problem);
            return [];
        }

        if (command is FlowEvent.Claim)
        {
            return FlowHandovers.Claim(work, scope, seat);
        }

        Do(work, scope, Held(work, seat, command), command);
        return [];
    }

    private static void Do(FlowWork work, FlowScope scope, FlowSeat seat, FlowEvent.SeatCommand command)
    {
        switch (command)
        {
            case FlowEvent.Approve or FlowEvent.Reject or FlowEvent.Complete:
                Decide(work, scope, seat, command);
                break;
            case FlowEvent.SendBack back:
                FlowReturns.SendBack(work, scope, seat, back);
                break;
            case FlowEvent.Transfer transfer:
                FlowHandovers.Transfer(work, scope, seat, transfer);
                break;
            case FlowEvent.Entrust entrust:
                FlowHandovers.Entrust(work, scope, seat, entrust);
                break;
            case FlowEvent.AddSeats add:
                FlowAdding.Add(work, scope, seat, add);
                break;
            case FlowEvent.RemoveSeats remove:
                FlowAdding.Remove(work, scope, seat, remove);
                break;
            case FlowEvent.Release:
                FlowHandovers.Release(work, scope, seat);
                break;
            case FlowEvent.TakeBack:
                FlowTakeBacks.TakeBack(work, scope, seat);
                break;
            case FlowEvent.KeepDraft:
                work.Set(seat with { Opinion = command.Opinion });
                break;
            case FlowEvent.Read:
                work.Set(seat with { ReadAt = seat.ReadAt ?? work.Now });
                break;
        }
    }

    private static void Decide(FlowWork work, FlowScope scope, FlowSeat seat, FlowEvent.SeatCommand command)
    {
        if (seat.Delegators.Length > 0)
        {
            FlowHandovers.GiveBack(work, scope, seat, command.Opinion);
            return;
        }

        if (command is FlowEvent.Approve approve)
        {
            work.Instance = work.Instance with { Choices = work.Instance.Choices.SetItems(approve.Choices) };
        }

        var status = command switch { FlowEvent.Approve => SeatStatus.Approved, FlowEvent.Reject => SeatStatus.Rejected, _ => SeatStatus.Completed };
        FlowSeats.Decide(work, scope, seat, status, null, command.Opinion, command.SignatureId);
    }

    /// <summary>A seat of nobody in particular belongs to whoever acts on it.</summary>
    private static FlowSeat Held(FlowWork work, FlowSeat seat, FlowEvent.SeatCommand command)
        => seat.HolderId is null && command is not FlowEvent.Read ? work.Set(seat with { HolderId = work.ActorId, PrincipalId = work.ActorId }) : seat;

    private static Diagnostic? Check(FlowWork work, FlowScope scope, FlowSeat seat, FlowEvent.SeatCommand command) => command switch
    {
        FlowEvent.TakeBack => null,
        FlowEvent.RemoveSeats => seat.HolderId == work.ActorId ? null : FlowDiagnostics.NotHolder(scope.Block!),
        FlowEvent.Release when seat is { Status: SeatStatus.Open, HolderId: null } => FlowDiagnostics.NotClaimed(scope.Block!),
        _ => CheckOpen(scope, seat) ?? CheckHolder(work, scope, seat, command) ?? CheckKind(work, scope, seat, command),
    };

    private static Diagnostic? CheckOpen(FlowScope scope, FlowSeat seat) => seat.Status switch
    {
        SeatStatus.Open when scope.Status == ScopeStatus.Live => null,
        SeatStatus.Waiting when scope.Status == ScopeStatus.Live => FlowDiagnostics.NotYet(scope.Block!),
        _ => FlowDiagnostics.AlreadyDecided(scope.Block!),
    };

    private static Diagnostic? CheckHolder(FlowWork work, FlowScope scope, FlowSeat seat, FlowEvent.SeatCommand command)
        => command is FlowEvent.Claim || seat.HolderId == work.ActorId || (seat.HolderId is null && seat.Group == FlowStaffing.Anybody) ? null
            : seat.HolderId is null ? FlowDiagnostics.MustClaim(scope.Block!)
            : FlowDiagnostics.NotHolder(scope.Block!);

    private static Diagnostic? CheckKind(FlowWork work, FlowScope scope, FlowSeat seat, FlowEvent.SeatCommand command)
    {
        var settings = FlowSeats.SettingsOf(work, scope);
        var isApproval = settings is ApprovalSettings;
        var decides = command is FlowEvent.Approve or FlowEvent.Reject or FlowEvent.Complete;
        return !isApproval && (command is FlowEvent.Approve or FlowEvent.Reject) ? FlowDiagnostics.CannotReject(scope.Block!)
            : command is FlowEvent.Complete && isApproval ? FlowDiagnostics.CannotComplete(scope.Block!)
            : seat.Delegators.Length > 0 && (command is FlowEvent.Reject or FlowEvent.SendBack or FlowEvent.Transfer or FlowEvent.AddSeats) ? FlowDiagnostics.DelegateOnlyAdvises(scope.Block!)
            : settings.RequireOpinion && decides && string.IsNullOrWhiteSpace(command.Opinion) ? FlowDiagnostics.OpinionMissing(scope.Block!)
            : settings.RequireSignature && decides && command.SignatureId is null ? FlowDiagnostics.SignatureMissing(scope.Block!)
            : null;
    }
}
