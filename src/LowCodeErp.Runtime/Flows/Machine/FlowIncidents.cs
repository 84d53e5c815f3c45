using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>What keeps a step from going on. The scope stays live, and an administrator retries, skips or aborts.</summary>
internal static class FlowIncidents
{
    public static void Raise(FlowWork work, FlowScope scope, Diagnostic diagnostic, string? details = null, int? jobId = null)
    {
        var id = work.NewId();
        work.Incidents.Add(id, new()
        {
            Id = id,
            ScopeId = scope.Id,
            JobId = jobId,
            Code = diagnostic.Code,
            Chinese = diagnostic.Message.Chinese,
            English = diagnostic.Message.English ?? diagnostic.Message.Chinese,
            At = work.Now,
        });
        work.Note(FlowActions.Faulted, scope, reason: diagnostic.Code, details: details, bySystem: true);
    }

    /// <summary>What terms came to; null when they could not be evaluated at all, which is dealt with then.</summary>
    public static IReadOnlyList<FlowOutcome>? Outcomes(FlowWork work, FlowScope scope) => Accept(work, scope) ? ((FlowAnswer.Outcomes)work.Answer!).Values : null;

    /// <summary>Members or records; null when they could not be found at all, which is dealt with then.</summary>
    public static IReadOnlyList<long>? Ids(FlowWork work, FlowScope scope) => Accept(work, scope) ? ((FlowAnswer.Ids)work.Answer!).Values : null;

    /// <summary>Whether there is an answer; otherwise there is an incident, or the command is refused.</summary>
    public static bool Accept(FlowWork work, FlowScope scope)
    {
        if (work.Answer is FlowAnswer.Failed failed)
        {
            Raise(work, scope, failed.Diagnostic);
        }
        else if (work.Answer is FlowAnswer.Refused refused)
        {
            work.RefuseOrFault(scope, refused.Diagnostic);
        }

        return work.Answer is not (FlowAnswer.Failed or FlowAnswer.Refused);
    }

    public static void Retry(FlowWork work, FlowEvent.Retry command)
    {
        if (Resolve(work, command.IncidentId, "retried", FlowActions.Retried, command.Reason) is not { } incident)
        {
            return;
        }

        var scope = work.Scopes[incident.ScopeId];
        if (incident.JobId is { } jobId)
        {
            work.Jobs[jobId] = work.Jobs[jobId] with { Status = JobStatus.Open, Attempts = 0, NextAt = work.Now };
        }
        else if (work.SeatsOf(scope.Id).Any(seat => seat.Status is SeatStatus.Open or SeatStatus.Waiting))
        {
            // People are asked as before: they can still act, and nobody is to be asked twice.
            FlowSeats.Settle(work, scope.Id);
        }
        else if (work.ChildrenOf(scope.Id).Count > 0)
        {
            work.Plan(() => FlowJoins.Look(work, scope.Id));
        }
        else
        {
            work.Plan(() => FlowScopes.Activate(work, scope, again: false));
        }
    }

    public static void Skip(FlowWork work, FlowEvent.Skip command)
    {
        if (Resolve(work, command.IncidentId, "skipped", FlowActions.PassedOver, command.Reason) is { } incident)
        {
            FlowEndings.CloseRows(work, incident.ScopeId, FlowReasons.ByAdministrator);
            FlowScopes.Leave(work, work.Scopes[incident.ScopeId], FlowScopes.Through);
        }
    }

    public static void Abort(FlowWork work, FlowEvent.Abort command)
    {
        if (Resolve(work, command.IncidentId, "aborted", FlowActions.Aborted, command.Reason) is not null)
        {
            FlowEndings.End(work, FlowStatus.Terminated);
        }
    }

    private static FlowIncident? Resolve(FlowWork work, int id, string resolution, string action, string reason)
    {
        if (!work.Incidents.TryGetValue(id, out var incident) || incident.ResolvedAt is not null)
        {
            work.Refuse(FlowDiagnostics.IncidentUnknown());
            return null;
        }

        work.Incidents[id] = incident with { ResolvedAt = work.Now, ResolvedById = work.ActorId, Resolution = resolution };
        work.Note(action, work.Scopes[incident.ScopeId], text: reason);
        return incident;
    }
}
