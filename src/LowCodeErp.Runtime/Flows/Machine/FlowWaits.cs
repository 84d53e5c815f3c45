using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>What nodes stand still for, and what happens when it comes. What comes for an older generation counts no more (D27).</summary>
internal static class FlowWaits
{
    public static void Begin(FlowWork work, FlowScope scope, IReadOnlyList<WaitReason> reasons)
    {
        foreach (var reason in reasons)
        {
            if (work.Scopes[scope.Id] is { Status: ScopeStatus.Live, Outcome: null } && Begin(work, scope, reason) is { } happened)
            {
                Met(work, scope, happened);
                return;
            }
        }
    }

    public static void Signal(FlowWork work, FlowEvent.Signal signal)
    {
        var waiting = work.Waits.Values.Where(wait => wait is { ScopeId: not null, IsClosed: false } && wait.Event == signal.Name).ToList();
        foreach (var wait in waiting)
        {
            work.Waits[wait.Id] = wait with { Payload = signal.Payload, IsClosed = true };
            Met(work, work.Scopes[wait.ScopeId!.Value], new NodeEvent.Signalled(signal.Name, signal.Payload));
        }

        if (waiting.Count == 0)
        {
            var id = work.NewId();
            work.Waits.Add(id, new() { Id = id, Event = signal.Name, Payload = signal.Payload ?? "null" });
        }

        work.Note(FlowActions.Signalled, details: FlowDetails.Of("event", [signal.Name]), bySystem: true);
    }

    public static void Report(FlowWork work, FlowEvent.Report report)
    {
        if (!work.Jobs.TryGetValue(report.JobId, out var job))
        {
            work.Refuse(FlowDiagnostics.JobUnknown());
        }
        else if (job.Status != JobStatus.Open || report.Generation != job.Generation)
        {
            work.Note(FlowActions.Ignored, work.Scopes.GetValueOrDefault(job.ScopeId ?? 0), reason: FlowReasons.OldGeneration, bySystem: true);
        }
        else
        {
            Take(work, job, report);
        }
    }

    private static void Take(FlowWork work, FlowJob job, FlowEvent.Report report)
    {
        work.Jobs[job.Id] = job with { Status = report.Failure is null ? JobStatus.Done : JobStatus.Failed };
        if (job.ScopeId is not { } scopeId)
        {
            return;
        }

        var scope = work.Scopes[scopeId];
        work.Note(FlowActions.Reported, scope, reason: report.Failure?.Code, bySystem: true);
        if (report.Failure is { } failure)
        {
            FlowIncidents.Raise(work, scope, failure, jobId: job.Id);
        }
        else
        {
            Met(work, scope, new NodeEvent.Reported(report.Result));
        }
    }

    /// <summary>The others are called off, and the node goes on.</summary>
    public static void Met(FlowWork work, FlowScope scope, NodeEvent happened)
    {
        FlowEndings.CloseRows(work, scope.Id, FlowReasons.Decided);
        work.Plan(() => FlowLeaves.Run(work, scope, (FlowBlock.Leaf)work.Model.Blocks[scope.Block!], happened, again: false));
    }

    private static NodeEvent? Begin(FlowWork work, FlowScope scope, WaitReason reason)
    {
        switch (reason)
        {
            case WaitReason.Moment moment when moment.Due <= work.Now:
                return new NodeEvent.Due();
            case WaitReason.Moment moment:
                FlowTimers.Open(work, scope, null, 0, moment.Due, workingTime: false);
                return null;
            case WaitReason.Duration duration:
                FlowTimers.Open(work, scope, null, 0, FlowClock.Add(work.Now, duration.After, duration.WorkingTime, work.Facts), duration.WorkingTime);
                return null;
            case WaitReason.Signal signal:
                return Hear(work, scope, signal.Name);
            case WaitReason.Job job:
                AddJob(work, scope, job.Kind, job.Payload);
                return null;
            default:
                throw new InvalidOperationException($"{reason} is of no known kind.");
        }
    }

    public static void AddJob(FlowWork work, FlowScope? scope, string kind, string payload)
    {
        var id = work.NewId();
        work.Jobs.Add(id, new() { Id = id, ScopeId = scope?.Id, Generation = scope?.Generation ?? 0, Kind = kind, Payload = payload, NextAt = work.Now });
    }

    /// <summary>An event that came before anybody waited for it, if there is one.</summary>
    private static NodeEvent.Signalled? Hear(FlowWork work, FlowScope scope, string name)
    {
        if (work.Waits.Values.FirstOrDefault(wait => wait is { ScopeId: null, IsClosed: false } && wait.Event == name) is { } early)
        {
            work.Waits[early.Id] = early with { IsClosed = true };
            return new(name, early.Payload);
        }

        var id = work.NewId();
        work.Waits.Add(id, new() { Id = id, ScopeId = scope.Id, Generation = scope.Generation, Event = name });
        return null;
    }
}
