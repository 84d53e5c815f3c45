using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>A seat goes to somebody else (rules 6, 10, 11 and 17); it keeps its place, and its history.</summary>
internal static class FlowHandovers
{
    public static void Transfer(FlowWork work, FlowScope scope, FlowSeat seat, FlowEvent.Transfer command)
    {
        var settings = FlowSeats.SettingsOf(work, scope);
        if (!settings.AllowTransfer)
        {
            work.Refuse(FlowDiagnostics.TransferForbidden(scope.Block!));
        }
        else if (settings.TransferLimit is { } limit && seat.Chain.Count(handover => handover.Kind == FlowActions.Transferred) >= limit)
        {
            work.Refuse(FlowDiagnostics.TransferLimit(scope.Block!));
        }
        else if (settings.MergeTransfers && command.To != seat.HolderId && OpenSeatOf(work, scope, command.To) is { } other)
        {
            Merge(work, scope, seat, other, command.Opinion);
        }
        else if (Check(work, scope, seat, command.To) is { } problem)
        {
            work.Refuse(problem);
        }
        else
        {
            HandTo(work, scope, seat, command.To, command.Opinion);
        }
    }

    /// <summary>The initiator does not get the decision unless the flow says what happens then (rule 38, G7).</summary>
    private static void HandTo(FlowWork work, FlowScope scope, FlowSeat seat, long to, string? text)
    {
        var policy = (FlowSeats.SettingsOf(work, scope) as ApprovalSettings)?.WhenSelf;
        if (policy is null || to != work.Instance.InitiatorId)
        {
            Move(work, scope, seat, to, FlowActions.Transferred, null, text);
            return;
        }

        if (policy is SelfPolicy.Decide or SelfPolicy.Forbid)
        {
            work.Refuse(FlowDiagnostics.ToInitiator(scope.Block!));
        }
        else if (FlowStaffing.InsteadOf(work, policy.Value, to) is { } other && Check(work, scope, seat, other) is null)
        {
            Move(work, scope, seat, other, FlowActions.Transferred, FlowReasons.Self, text);
        }
        else
        {
            work.Set(seat with { Status = SeatStatus.Skipped, Reason = FlowReasons.Self, DecidedAt = work.Now });
            FlowTimers.Cancel(work, scope.Id, seat.Id);
            work.Note(FlowActions.Skipped, scope, seat, FlowReasons.Self, text);
            FlowSeats.Settle(work, scope.Id);
        }
    }

    public static void Entrust(FlowWork work, FlowScope scope, FlowSeat seat, FlowEvent.Entrust command)
    {
        var settings = FlowSeats.SettingsOf(work, scope);
        var problem = settings.AllowDelegate ? Check(work, scope, seat, command.To) : FlowDiagnostics.DelegateForbidden(scope.Block!);
        problem ??= command.To == work.Instance.InitiatorId && settings is ApprovalSettings ? FlowDiagnostics.ToInitiator(scope.Block!) : null;
        if (problem is not null)
        {
            work.Refuse(problem);
            return;
        }

        var holder = seat.HolderId!.Value;
        var entrusted = work.Set(seat with
        {
            HolderId = command.To,
            Delegators = seat.Delegators.Add(holder),
            ReadAt = null,
            Chain = seat.Chain.Add(new(FlowActions.Delegated, holder, command.To, work.Now, command.Opinion)),
        });
        work.Note(FlowActions.Delegated, scope, entrusted, text: command.Opinion, details: FlowDetails.Of("to", [command.To]));
    }

    /// <summary>Whoever acted for somebody else gives the seat back, with his opinion.</summary>
    public static void GiveBack(FlowWork work, FlowScope scope, FlowSeat seat, string? opinion)
    {
        var (holder, to) = (seat.HolderId, seat.Delegators[^1]);
        var back = work.Set(seat with
        {
            HolderId = to,
            Delegators = seat.Delegators.RemoveAt(seat.Delegators.Length - 1),
            ReadAt = null,
            Chain = seat.Chain.Add(new(FlowActions.Advised, holder, to, work.Now, opinion)),
        });
        work.Note(FlowActions.Advised, scope, back, text: opinion, details: FlowDetails.Of("to", [to]));
    }

    public static void Replace(FlowWork work, FlowEvent.Replace command)
    {
        if (!work.Seats.TryGetValue(command.SeatId, out var seat))
        {
            work.Refuse(FlowDiagnostics.SeatUnknown());
            return;
        }

        var scope = work.Scopes[seat.ScopeId];
        if ((seat.Status is SeatStatus.Open or SeatStatus.Waiting ? Check(work, scope, seat, command.To) : FlowDiagnostics.AlreadyDecided(scope.Block!)) is { } problem)
        {
            work.Refuse(problem);
            return;
        }

        Move(work, scope, seat, command.To, FlowActions.Replaced, null, command.Reason);
    }

    /// <summary>For good: whoever had it does not get it back.</summary>
    public static void Move(FlowWork work, FlowScope scope, FlowSeat seat, long to, string action, string? reason, string? text)
    {
        var moved = work.Set(seat with
        {
            HolderId = to,
            PrincipalId = to,
            Delegators = [],
            ReadAt = null,
            Chain = seat.Chain.Add(new(action, seat.HolderId, to, work.Now, text)),
        });
        work.Note(action, scope, moved, reason, text, FlowDetails.Of("to", [to]), bySystem: reason == FlowReasons.Timeout);
        var settings = FlowSeats.SettingsOf(work, scope);
        if (settings.TransferRestartsClock && seat.Status == SeatStatus.Open && reason != FlowReasons.Timeout)
        {
            FlowTimers.Cancel(work, scope.Id, seat.Id);
            FlowTimers.Start(work, scope, moved, settings);
        }
    }

    public static IEnumerable<FlowQuestion> Claim(FlowWork work, FlowScope scope, FlowSeat seat)
    {
        var actor = work.ActorId!.Value;
        if (seat.Group is null || seat.HolderId is not null)
        {
            work.Refuse(seat.Group is null ? FlowDiagnostics.NotClaimable(scope.Block!) : FlowDiagnostics.AlreadyClaimed(scope.Block!));
            yield break;
        }

        if (actor == work.Instance.InitiatorId && FlowSeats.SettingsOf(work, scope) is ApprovalSettings { WhenSelf: not SelfPolicy.Decide })
        {
            work.Refuse(FlowDiagnostics.SelfForbidden(scope.Block!));
            yield break;
        }

        var isMember = seat.Group == FlowStaffing.Anybody || seat.Candidates.Contains(actor);
        if (seat.Group.Split(':', '/') is ["role", var app, var role])
        {
            yield return new FlowQuestion.MembersOfRole(app, role);
            isMember = work.Answer is FlowAnswer.Ids ids && ids.Values.Contains(actor);
        }

        if (!isMember || !work.Facts.Organisation.IsActive(actor))
        {
            work.Refuse(FlowDiagnostics.NotInGroup(scope.Block!));
            yield break;
        }

        var claimed = work.Set(seat with { HolderId = actor, PrincipalId = actor, Chain = seat.Chain.Add(new(FlowActions.Claimed, null, actor, work.Now)) });
        work.Note(FlowActions.Claimed, scope, claimed);
    }

    public static void Release(FlowWork work, FlowScope scope, FlowSeat seat)
    {
        if (seat.Group is null)
        {
            work.Refuse(FlowDiagnostics.NotClaimed(scope.Block!));
            return;
        }

        var released = work.Set(seat with { HolderId = null, PrincipalId = null, ReadAt = null, Chain = seat.Chain.Add(new(FlowActions.Released, seat.HolderId, null, work.Now)) });
        work.Note(FlowActions.Released, scope, released);
    }

    /// <summary>Whether a seat may go to a member without anybody's doing: never to whoever is asked already, nor an approval to the initiator (rule 38).</summary>
    public static bool CanTake(FlowWork work, FlowScope scope, FlowSeat seat, long to)
        => Check(work, scope, seat, to) is null && (to != work.Instance.InitiatorId || FlowSeats.SettingsOf(work, scope) is not ApprovalSettings);

    private static Diagnostic? Check(FlowWork work, FlowScope scope, FlowSeat seat, long to)
        => !work.Facts.Organisation.IsActive(to) ? FlowDiagnostics.MemberInactive(scope.Block!)
            : to == seat.HolderId ? FlowDiagnostics.ToSelf(scope.Block!)
            : OpenSeatOf(work, scope, to) is not null ? FlowDiagnostics.AlreadyAsked(scope.Block!)
            : null;

    private static FlowSeat? OpenSeatOf(FlowWork work, FlowScope scope, long member)
        => work.SeatsOf(scope.Id).FirstOrDefault(seat => seat.HolderId == member && (seat.Status is SeatStatus.Open or SeatStatus.Waiting));

    /// <summary>One task instead of two: the seat that stays weighs as much as both, and may whatever either might.</summary>
    private static void Merge(FlowWork work, FlowScope scope, FlowSeat seat, FlowSeat into, string? text)
    {
        var closed = work.Set(seat with { Status = SeatStatus.Cancelled, Reason = FlowReasons.Merged, Chain = seat.Chain.Add(new(FlowActions.Transferred, seat.HolderId, into.HolderId, work.Now, text)) });
        work.Set(into with { Weight = into.Weight + seat.Weight, HasVeto = into.HasVeto || seat.HasVeto, HasFiat = into.HasFiat || seat.HasFiat });
        FlowTimers.Cancel(work, scope.Id, seat.Id);
        work.Note(FlowActions.Transferred, scope, closed, FlowReasons.Merged, text, FlowDetails.Of("to", [into.HolderId!.Value]));
        FlowSeats.Settle(work, scope.Id);
    }
}
