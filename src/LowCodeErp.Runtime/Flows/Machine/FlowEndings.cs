using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>Closes what is left behind: nothing may stay open under a scope that is not.</summary>
internal static class FlowEndings
{
    public static void End(FlowWork work, FlowStatus status)
    {
        Stop(work, status, FlowReasons.LeftBehind);
        work.Instance = work.Instance with { EndedAt = work.Now };
        work.Note(FlowActions.Ended, details: FlowDetails.Of("status", [status.ToString().ToLowerInvariant()]), bySystem: true);
    }

    /// <summary>Closes everything; what becomes of the instance then is the caller's business.</summary>
    public static void Stop(FlowWork work, FlowStatus status, string reason)
    {
        var trunk = work.Trunk;
        CancelChildren(work, trunk.Id, reason);
        if (work.Scopes[trunk.Id].Status == ScopeStatus.Live)
        {
            Cancel(work, work.Scopes[trunk.Id], reason);
        }

        work.Agenda.Clear();
        work.Instance = work.Instance with { Status = status, SuspendedAt = null };
    }

    public static void CancelChildren(FlowWork work, int scopeId, string reason)
    {
        foreach (var child in work.LiveChildrenOf(scopeId))
        {
            CancelAll(work, child.Id, reason);
        }
    }

    /// <summary>A scope with everything in it.</summary>
    public static void CancelAll(FlowWork work, int scopeId, string reason)
    {
        var pending = new Stack<int>([scopeId]);
        while (pending.TryPop(out var id))
        {
            foreach (var child in work.LiveChildrenOf(id))
            {
                pending.Push(child.Id);
            }

            Cancel(work, work.Scopes[id], reason);
        }
    }

    private static void Cancel(FlowWork work, FlowScope scope, string reason)
    {
        var cancelled = work.Set(scope with { Status = ScopeStatus.Cancelled, ClosedAt = work.Now });
        CloseRows(work, scope.Id, reason);
        if (scope is { Branch: null, Block: not null } && work.Model.Blocks[scope.Block].Ways.Count == 0)
        {
            work.Note(FlowActions.Cancelled, cancelled, reason: reason, bySystem: true);
        }
    }

    /// <summary>Seats, timers, waits, jobs and incidents of one scope.</summary>
    public static void CloseRows(FlowWork work, int scopeId, string reason)
    {
        foreach (var seat in work.SeatsOf(scopeId).Where(seat => seat.Status is SeatStatus.Open or SeatStatus.Waiting))
        {
            work.Set(seat with { Status = SeatStatus.Cancelled, Reason = reason });
        }

        FlowTimers.Cancel(work, scopeId, null);
        foreach (var wait in work.Waits.Values.Where(wait => wait.ScopeId == scopeId && !wait.IsClosed).ToList())
        {
            work.Waits[wait.Id] = wait with { IsClosed = true };
        }

        foreach (var job in work.Jobs.Values.Where(job => job.ScopeId == scopeId && job.Status == JobStatus.Open).ToList())
        {
            work.Jobs[job.Id] = job with { Status = JobStatus.Cancelled };
        }

        foreach (var incident in work.Incidents.Values.Where(incident => incident.ScopeId == scopeId && incident.ResolvedAt is null).ToList())
        {
            work.Incidents[incident.Id] = incident with { ResolvedAt = work.Now, Resolution = "cancelled" };
        }
    }
}
