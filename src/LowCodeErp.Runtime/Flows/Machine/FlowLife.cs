using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>What initiators do with an instance as a whole.</summary>
internal static class FlowLife
{
    public static void Submit(FlowWork work, FlowEvent.Submit submit)
    {
        if (work.Instance.InitiatorId is { } initiator && initiator != submit.ActorId)
        {
            work.Refuse(FlowDiagnostics.NotInitiator());
            return;
        }

        var isFirst = work.Instance.Status == FlowStatus.Draft;
        work.Instance = work.Instance with
        {
            Status = FlowStatus.Running,
            SubmittedAt = work.Now,
            Round = work.Instance.Round + 1,
            Choices = work.Instance.Choices.SetItems(submit.Choices),
        };
        work.Note(isFirst ? FlowActions.Submitted : FlowActions.Resubmitted);
        var way = isFirst ? null : work.Instance.WaysBack.LastOrDefault(known => known.To is null);
        if (way is null)
        {
            FlowScopes.Begin(work);
            return;
        }

        var trunk = work.Add(new FlowScope { Id = work.NewId(), OpenedAt = work.Now });
        work.Plan(() => FlowDirections.GoBack(work, trunk, null, way));
    }

    public static void Withdraw(FlowWork work, FlowEvent.Withdraw withdraw)
    {
        var problem = work.Instance.InitiatorId != withdraw.ActorId ? FlowDiagnostics.NotInitiator()
            : work.Model.Definition.Withdrawal == FlowWithdrawal.Never ? FlowDiagnostics.WithdrawForbidden()
            : work.Model.Definition.Withdrawal == FlowWithdrawal.BeforeFirstDecision && work.IsRunning && HasDecided(work) ? FlowDiagnostics.WithdrawLate()
            : null;
        if (problem is not null)
        {
            work.Refuse(problem);
            return;
        }

        FlowEndings.Stop(work, FlowStatus.Withdrawn, FlowReasons.LeftBehind);
        work.Instance = work.Instance with { EndedAt = work.Now };
        work.Note(FlowActions.Withdrawn, text: withdraw.Reason);
    }

    public static void Remind(FlowWork work)
    {
        var open = work.Seats.Values.Where(seat => seat.Status == SeatStatus.Open).ToList();
        var reminders = work.Model.Definition.Reminders;
        var may = open.Where(seat => reminders.Most is not { } most || seat.Reminders < most).ToList();
        var due = may.Where(seat => seat.RemindedAt is not { } last || work.Now - last >= TimeSpan.FromHours((double)reminders.Hours)).ToList();
        if (due.Count == 0)
        {
            work.Refuse(open.Count == 0 ? FlowDiagnostics.NobodyToRemind() : may.Count == 0 ? FlowDiagnostics.RemindedOften() : FlowDiagnostics.RemindedRecently());
        }

        foreach (var seat in due)
        {
            FlowMessages.Remind(work, work.Scopes[seat.ScopeId], seat, null);
        }
    }

    private static bool HasDecided(FlowWork work) => work.Seats.Values.Any(seat => seat.DecidedById is not null && seat.Round == work.Instance.Round);
}
