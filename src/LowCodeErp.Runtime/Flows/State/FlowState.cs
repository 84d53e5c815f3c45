using System.Collections.Immutable;

namespace LowCodeErp.Runtime.Flows.State;

/// <summary>Everything about an instance that decides what happens next; immutable. History is not part of it: it is only appended.</summary>
public sealed record FlowState
{
    public required FlowInstance Instance { get; init; }

    public ImmutableSortedDictionary<int, FlowScope> Scopes { get; init; } = ImmutableSortedDictionary<int, FlowScope>.Empty;

    public ImmutableSortedDictionary<int, FlowSeat> Seats { get; init; } = ImmutableSortedDictionary<int, FlowSeat>.Empty;

    public ImmutableSortedDictionary<int, FlowTimer> Timers { get; init; } = ImmutableSortedDictionary<int, FlowTimer>.Empty;

    public ImmutableSortedDictionary<int, FlowWait> Waits { get; init; } = ImmutableSortedDictionary<int, FlowWait>.Empty;

    public ImmutableSortedDictionary<int, FlowJob> Jobs { get; init; } = ImmutableSortedDictionary<int, FlowJob>.Empty;

    public ImmutableSortedDictionary<int, FlowIncident> Incidents { get; init; } = ImmutableSortedDictionary<int, FlowIncident>.Empty;
}
