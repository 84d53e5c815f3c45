namespace LowCodeErp.Runtime.Flows.State;

/// <summary>
/// One line of somebody's to-do list: an open seat as lists show it. It follows from the state (<see cref="FlowTasks"/>) and is stored beside it, so that a
/// list reads one narrow table which holds nothing but what is open now, however many instances have ended (flows.md 2.1-10).
/// </summary>
public sealed record FlowTask
{
    public required long InstanceId { get; init; }

    public required int SeatId { get; init; }

    /// <summary>Who sees it: <c>member:7</c>, or of a seat that waits to be claimed <c>role:app/key</c> or <c>department:12</c>.</summary>
    public required string Asked { get; init; }

    /// <summary>Key of the flow.</summary>
    public required string Flow { get; init; }

    /// <summary>The version of the flow that the instance began with; null in memory, where there is only one.</summary>
    public long? FlowVersion { get; init; }

    /// <summary>Key of the block.</summary>
    public required string Block { get; init; }

    public required long RecordId { get; init; }

    /// <summary>Whose task it is; null while several may claim it.</summary>
    public long? HolderId { get; init; }

    /// <summary>Of the instance.</summary>
    public required string Title { get; init; }

    /// <summary>Null when the system began it.</summary>
    public long? InitiatorId { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>When the next thing happens by itself if nobody acts, in UTC; null where nothing does, and while time stands still.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>In UTC; null until its holder has looked at it.</summary>
    public DateTime? ReadAt { get; init; }
}
