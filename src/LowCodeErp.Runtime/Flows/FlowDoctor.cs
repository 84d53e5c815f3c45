using System.Globalization;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows;

/// <summary>Says what must never be true of an instance (flows.md 2.1-12): looked for after every step of every test, and by the health check.</summary>
public static class FlowDoctor
{
    /// <returns>One sentence for each thing that is wrong, for whoever maintains the engine; none for a sound instance.</returns>
    public static IReadOnlyList<string> Examine(FlowModel model, FlowState state)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(state);
        var children = state.Scopes.Values.Where(scope => scope.ParentId is not null).ToLookup(scope => scope.ParentId!.Value);
        return [.. Rows(state).Concat(Parents(state)).Concat(Stuck(model, state, children)).Concat(Forks(model, state, children)).Concat(Whole(state)).Select(text => text.ToString(CultureInfo.InvariantCulture))];
    }

    private static bool IsLive(FlowState state, int scopeId) => state.Scopes.TryGetValue(scopeId, out var scope) && scope.Status == ScopeStatus.Live;

    /// <summary>Nothing is open under a scope that is not.</summary>
    private static IEnumerable<FormattableString> Rows(FlowState state)
    {
        foreach (var seat in state.Seats.Values.Where(seat => (seat.Status is SeatStatus.Open or SeatStatus.Waiting) && !IsLive(state, seat.ScopeId)))
        {
            yield return $"Seat {seat.Id} is {seat.Status} under scope {seat.ScopeId}, which is not live.";
        }

        foreach (var timer in state.Timers.Values.Where(timer => (timer.Status is TimerStatus.Open or TimerStatus.Frozen) && !IsLive(state, timer.ScopeId)))
        {
            yield return $"Timer {timer.Id} is {timer.Status} under scope {timer.ScopeId}, which is not live.";
        }

        foreach (var wait in state.Waits.Values.Where(wait => wait is { IsClosed: false, ScopeId: { } id } && !IsLive(state, id)))
        {
            yield return $"Wait {wait.Id} is open under scope {wait.ScopeId}, which is not live.";
        }

        foreach (var job in state.Jobs.Values.Where(job => job is { Status: JobStatus.Open, ScopeId: { } id } && !IsLive(state, id)))
        {
            yield return $"Job {job.Id} is open under scope {job.ScopeId}, which is not live.";
        }

        foreach (var incident in state.Incidents.Values.Where(incident => incident.ResolvedAt is null && !IsLive(state, incident.ScopeId)))
        {
            yield return $"Incident {incident.Id} is open under scope {incident.ScopeId}, which is not live.";
        }
    }

    private static IEnumerable<FormattableString> Parents(FlowState state)
        => state.Scopes.Values.Where(scope => scope is { Status: ScopeStatus.Live, ParentId: { } parent } && !IsLive(state, parent))
            .Select(scope => (FormattableString)$"Scope {scope.Id} ({scope.Block}) is live under scope {scope.ParentId}, which is not.");

    /// <summary>Whatever is live waits for something: a seat, a timer, an event, a job, an incident, or what is in it.</summary>
    private static IEnumerable<FormattableString> Stuck(FlowModel model, FlowState state, ILookup<int, FlowScope> children)
    {
        var awaited = state.Seats.Values.Where(seat => seat.Status == SeatStatus.Open).Select(seat => seat.ScopeId)
            .Concat(state.Timers.Values.Where(timer => timer is { SeatId: null, Status: TimerStatus.Open or TimerStatus.Frozen }).Select(timer => timer.ScopeId))
            .Concat(state.Waits.Values.Where(wait => !wait.IsClosed).Select(wait => wait.ScopeId ?? 0))
            .Concat(state.Jobs.Values.Where(job => job.Status == JobStatus.Open).Select(job => job.ScopeId ?? 0))
            .Concat(state.Incidents.Values.Where(incident => incident.ResolvedAt is null).Select(incident => incident.ScopeId))
            .ToHashSet();
        foreach (var scope in state.Scopes.Values.Where(scope => scope.Status == ScopeStatus.Live && !awaited.Contains(scope.Id) && children[scope.Id].All(child => child.Status != ScopeStatus.Live)))
        {
            yield return $"Scope {scope.Id} ({scope.Block}) is live and waits for nothing.";
        }

        foreach (var scope in state.Scopes.Values.Where(scope => scope is { Status: ScopeStatus.Live, Branch: null, Block: not null } && model.Find(scope.Block) is null))
        {
            yield return $"Scope {scope.Id} is of a block {scope.Block} that the flow does not have.";
        }
    }

    /// <summary>Branchings have as many branches as were begun.</summary>
    private static IEnumerable<FormattableString> Forks(FlowModel model, FlowState state, ILookup<int, FlowScope> children)
        => state.Scopes.Values
            .Where(scope => scope is { Branch: null, Block: { } key, ExpectedChildren: > 0 } && model.Find(key) is not FlowBlock.Leaf && children[scope.Id].Count() != scope.ExpectedChildren)
            .Select(scope => (FormattableString)$"Scope {scope.Id} ({scope.Block}) should have {scope.ExpectedChildren} branches and has {children[scope.Id].Count()}.");

    private static IEnumerable<FormattableString> Whole(FlowState state)
    {
        var open = state.Scopes.Values.Count(scope => scope.Status == ScopeStatus.Live);
        var trunks = state.Scopes.Values.Count(scope => scope is { ParentId: null, Status: ScopeStatus.Live });
        if (state.Instance.Status == FlowStatus.Running && trunks != 1)
        {
            yield return $"The instance runs with {trunks} live trunks.";
        }

        if (state.Instance.Status != FlowStatus.Running && open > 0)
        {
            yield return $"The instance is {state.Instance.Status}, and {open} scopes are live.";
        }

        if (state.Instance.HasEnded != state.Instance.EndedAt.HasValue)
        {
            yield return $"The instance is {state.Instance.Status}, and its end is {state.Instance.EndedAt:O}.";
        }
    }
}
