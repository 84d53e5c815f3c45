using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>What administrators do with an instance.</summary>
internal static class FlowAdministration
{
    public static void Carry(FlowWork work, FlowEvent.AdministratorCommand command)
    {
        switch (command)
        {
            case FlowEvent.Replace replace:
                FlowHandovers.Replace(work, replace);
                break;
            case FlowEvent.Jump jump:
                Jump(work, jump);
                break;
            case FlowEvent.Suspend:
                FlowTimers.FreezeAll(work);
                work.Instance = work.Instance with { SuspendedAt = work.Now };
                work.Note(FlowActions.Suspended, text: command.Reason);
                break;
            case FlowEvent.Reactivate:
                FlowTimers.ThawAll(work);
                work.Instance = work.Instance with { SuspendedAt = null };
                work.Note(FlowActions.Resumed, text: command.Reason);
                break;
            case FlowEvent.Terminate:
                work.Note(FlowActions.Terminated, text: command.Reason);
                FlowEndings.End(work, FlowStatus.Terminated);
                break;
            case FlowEvent.Retry retry:
                FlowIncidents.Retry(work, retry);
                break;
            case FlowEvent.Skip skip:
                FlowIncidents.Skip(work, skip);
                break;
            case FlowEvent.Abort abort:
                FlowIncidents.Abort(work, abort);
                break;
        }
    }

    /// <summary>Forward or back to any step (rule 33).</summary>
    private static void Jump(FlowWork work, FlowEvent.Jump jump)
    {
        var live = work.Scopes.Values.Where(scope => scope is { Status: ScopeStatus.Live, Branch: null, Block: { } key }
            && work.Model.Blocks[key] is FlowBlock.Leaf && (jump.From is null || key == jump.From)).ToList();
        if (work.Model.Find(jump.To) is not FlowBlock.Leaf target)
        {
            work.Refuse(FlowDiagnostics.TargetUnknown(jump.To));
        }
        else if (live is not [var from])
        {
            work.Refuse(FlowDiagnostics.JumpSource());
        }
        else
        {
            work.Note(FlowActions.Jumped, from, text: jump.Reason, details: FlowDetails.Of("to", [jump.To]));
            work.Instance = work.Instance with { WaysBack = [] };
            FlowReturns.NextRound(work);
            FlowDirections.GoTo(work, from, [target], again: true);
        }
    }
}
