using System.Collections.Immutable;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Machine;

/// <summary>The state of an instance while one event goes through it: made from the state at the beginning, frozen into one at the end.</summary>
internal sealed partial class FlowWork
{
    private readonly List<FlowHistory> _history = [];
    private int _lastId;

    public FlowWork(FlowModel model, FlowState state, FlowEvent flowEvent, FlowFacts facts)
    {
        (Model, Event, Facts, Instance, _lastId) = (model, flowEvent, facts, state.Instance, state.Instance.LastId);
        (Scopes, Seats, Timers) = (state.Scopes.ToBuilder(), state.Seats.ToBuilder(), state.Timers.ToBuilder());
        (Waits, Jobs, Incidents) = (state.Waits.ToBuilder(), state.Jobs.ToBuilder(), state.Incidents.ToBuilder());
        foreach (var scope in state.Scopes.Values)
        {
            Index(scope);
        }

        foreach (var seat in state.Seats.Values)
        {
            List(_seats, seat.ScopeId).Add(seat.Id);
        }

        foreach (var timer in state.Timers.Values)
        {
            List(_timers, timer.ScopeId).Add(timer.Id);
        }
    }

    public FlowModel Model { get; }

    public FlowEvent Event { get; }

    public FlowFacts Facts { get; }

    public FlowInstance Instance { get; set; }

    public ImmutableSortedDictionary<int, FlowScope>.Builder Scopes { get; }

    public ImmutableSortedDictionary<int, FlowSeat>.Builder Seats { get; }

    public ImmutableSortedDictionary<int, FlowTimer>.Builder Timers { get; }

    public ImmutableSortedDictionary<int, FlowWait>.Builder Waits { get; }

    public ImmutableSortedDictionary<int, FlowJob>.Builder Jobs { get; }

    public ImmutableSortedDictionary<int, FlowIncident>.Builder Incidents { get; }

    /// <summary>What is still to be done, in its order. Nothing calls itself, so a chain of any length needs no stack (D37).</summary>
    public Queue<Func<IEnumerable<FlowQuestion>>> Agenda { get; } = new();

    /// <summary>To the question that was asked last.</summary>
    public FlowAnswer? Answer { get; set; }

    /// <summary>Why nothing of this is kept; null as long as it may be.</summary>
    public Diagnostic? Refusal { get; private set; }

    public DateTime Now => Facts.Now;

    /// <summary>Null for the system.</summary>
    public long? ActorId => (Event as FlowEvent.Command)?.ActorId;

    public bool IsRunning => Instance.Status == FlowStatus.Running;

    public int NewId() => ++_lastId;

    public void Refuse(Diagnostic diagnostic) => Refusal ??= diagnostic;

    /// <summary>Refuses what somebody did; what nobody did becomes an incident.</summary>
    public void RefuseOrFault(FlowScope scope, Diagnostic diagnostic)
    {
        if (Event is FlowEvent.Command and not FlowEvent.AdministratorCommand)
        {
            Refuse(diagnostic);
        }
        else
        {
            FlowIncidents.Raise(this, scope, diagnostic);
        }
    }

    public void Plan(Func<IEnumerable<FlowQuestion>> step) => Agenda.Enqueue(step);

    public void Note(
        string action, FlowScope? scope = null, FlowSeat? seat = null, string? reason = null, string? text = null, string? details = null, bool bySystem = false)
        => _history.Add(new()
        {
            Id = NewId(),
            At = Now,
            Action = action,
            ActorId = bySystem ? null : ActorId,
            PrincipalId = seat?.PrincipalId is { } principal && principal != ActorId ? principal : null,
            ScopeId = scope?.Id,
            Block = scope?.Block,
            SeatId = seat?.Id,
            Generation = scope?.Generation ?? 0,
            Reason = reason,
            Text = text,
            Details = details,
            CommandId = Event.CommandId,
        });

    public FlowStep Freeze()
    {
        var state = new FlowState
        {
            Instance = Instance with { LastId = _lastId, Version = Instance.Version + 1 },
            Scopes = Scopes.ToImmutable(),
            Seats = Seats.ToImmutable(),
            Timers = Timers.ToImmutable(),
            Waits = Waits.ToImmutable(),
            Jobs = Jobs.ToImmutable(),
            Incidents = Incidents.ToImmutable(),
        };
        return Refusal is { } refusal ? new FlowStep.Refused(refusal) : new FlowStep.Taken(state, _history);
    }
}
