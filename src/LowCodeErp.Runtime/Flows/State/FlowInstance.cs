using System.Collections.Immutable;

namespace LowCodeErp.Runtime.Flows.State;

/// <summary>One run of a flow for one record.</summary>
public sealed record FlowInstance
{
    public required long Id { get; init; }

    /// <summary>Key of the flow.</summary>
    public required string Flow { get; init; }

    /// <summary>The version of the flow that it began with; null in memory, where there is only one.</summary>
    public long? FlowVersion { get; init; }

    /// <summary>Counts commands; whoever writes with an older one starts over (flows.md 2.1-2).</summary>
    public long Version { get; init; }

    public required long RecordId { get; init; }

    /// <summary>Whether the record may have other running instances of this flow; what the flow said when it began.</summary>
    public bool RunsBesideOthers { get; init; }

    /// <summary>Of the record, after the last command; null where nothing of the flow depends on it. Whoever finds another one knows that somebody has changed it (rule 39).</summary>
    public long? RecordVersion { get; init; }

    /// <summary>As lists show it.</summary>
    public required string Title { get; init; }

    /// <summary>Null when the system began it.</summary>
    public long? InitiatorId { get; init; }

    public FlowStatus Status { get; init; } = FlowStatus.Draft;

    /// <summary>Since when nothing is accepted and timers stand still, in UTC; null when it is not suspended (rule 34).</summary>
    public DateTime? SuspendedAt { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>In UTC; null while it is a draft.</summary>
    public DateTime? SubmittedAt { get; init; }

    /// <summary>In UTC; null until it has ended.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>Counts submissions and everything else that invalidates earlier approvals for removing duplicates (rule 39).</summary>
    public int Round { get; init; }

    /// <summary>The members that the initiator or an earlier approver chose, by key of the block (rule 8).</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<long>> Choices { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<long>>.Empty;

    /// <summary>Where those who were returned to go straight back to, the latest last (rule 27).</summary>
    public ImmutableArray<FlowWayBack> WaysBack { get; init; } = [];

    /// <summary>The values of the record that conditions and tasks go by, as JSON; null: those of the record as it is (rule 43).</summary>
    public string? Snapshot { get; init; }

    /// <summary>How many flows led to it, each by what it changed; 0 where a person or a schedule began it.</summary>
    public int Depth { get; init; }

    /// <summary>The last id given out in this instance; rows of all kinds share one count.</summary>
    public int LastId { get; init; }

    public bool HasEnded => Status is FlowStatus.Approved or FlowStatus.Rejected or FlowStatus.Withdrawn or FlowStatus.Terminated;
}
