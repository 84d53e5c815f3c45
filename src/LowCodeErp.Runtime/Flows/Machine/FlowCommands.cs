using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>Begins with an event: whether it may happen now, and whose business it is.</summary>
internal static class FlowCommands
{
    public static IEnumerable<FlowQuestion> Carry(FlowWork work)
    {
        if (Check(work) is { } problem)
        {
            work.Refuse(problem);
            return [];
        }

        if (work.Event is FlowEvent.SeatCommand command)
        {
            return FlowSeatCommands.Carry(work, command);
        }

        if (work.Event is FlowEvent.AdministratorCommand administration)
        {
            FlowAdministration.Carry(work, administration);
        }
        else
        {
            Do(work);
        }

        return [];
    }

    private static void Do(FlowWork work)
    {
        switch (work.Event)
        {
            case FlowEvent.Submit submit:
                FlowLife.Submit(work, submit);
                break;
            case FlowEvent.Withdraw withdraw:
                FlowLife.Withdraw(work, withdraw);
                break;
            case FlowEvent.Remind:
                FlowLife.Remind(work);
                break;
            case FlowEvent.Copy copy:
                FlowCopies.Send(work, copy);
                break;
            case FlowEvent.Fire fire:
                FlowTimers.Fire(work, fire);
                break;
            case FlowEvent.Signal signal:
                FlowWaits.Signal(work, signal);
                break;
            case FlowEvent.Report report:
                FlowWaits.Report(work, report);
                break;
        }
    }

    /// <summary>What holds for every event: a suspended instance takes nothing (rule 34), one that does not run only to be begun.</summary>
    private static Diagnostic? Check(FlowWork work)
    {
        var instance = work.Instance;
        var isSuspended = instance.SuspendedAt is not null;
        return work.Event switch
        {
            FlowEvent.Fire or FlowEvent.Copy => isSuspended && work.Event is FlowEvent.Copy ? FlowDiagnostics.Suspended() : null,
            FlowEvent.AdministratorCommand { Reason: var reason } when string.IsNullOrWhiteSpace(reason) => FlowDiagnostics.ReasonMissing(),
            FlowEvent.Submit => instance.Status is FlowStatus.Draft or FlowStatus.Returned ? null : FlowDiagnostics.NotRunning(),
            FlowEvent.Reactivate => isSuspended ? null : FlowDiagnostics.NotSuspended(),
            FlowEvent.Terminate or FlowEvent.Withdraw when instance.Status == FlowStatus.Returned => null,
            FlowEvent.Report => isSuspended ? FlowDiagnostics.Suspended() : null,
            _ when instance.Status != FlowStatus.Running => FlowDiagnostics.NotRunning(),
            FlowEvent.Terminate => null,
            _ => isSuspended ? FlowDiagnostics.Suspended() : null,
        };
    }
}
