using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Inbox;

/// <summary>A line of a member's list.</summary>
public sealed record InboxEntry
{
    public required long InstanceId { get; init; }

    /// <summary>With the instance it tells the line from all others of its list: of a task its seat, of what he did the place in history, of a copy its message; 0 for an instance.</summary>
    public long PartId { get; init; }

    /// <summary>Key of the flow.</summary>
    public required string Flow { get; init; }

    /// <summary>The version that the instance began with.</summary>
    public long? FlowVersion { get; init; }

    public required string Title { get; init; }

    /// <summary>Key of the step; null where it is about the instance as a whole.</summary>
    public string? Block { get; init; }

    /// <summary>Null when the system began it.</summary>
    public long? InitiatorId { get; init; }

    public required FlowStatus Status { get; init; }

    /// <summary>Of a task when he was asked, of what he did when he did it, of an instance when it was begun, of a copy when it came; in UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Of a task, when something happens by itself unless he acts, in UTC; null where nothing does.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>Of a task.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Of a task that is his alone, and of a copy.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Of a task that several may claim.</summary>
    public bool IsUnclaimed { get; init; }

    /// <summary>What he did: a code of <see cref="FlowActions"/>; null in other lists.</summary>
    public string? Action { get; init; }
}
