namespace LowCodeErp.Runtime.Flows.State;

/// <summary>
/// An instance that is to begin because of what was saved, or since its time has come. It is noted in the transaction that gives the reason, and begun in one of its
/// own; what keeps it from beginning stays written here until it has begun.
/// </summary>
public sealed record PendingStart
{
    /// <summary>Of the command that begins the instance: however often that is tried, it begins once (rule 57).</summary>
    public required Guid CommandId { get; init; }

    /// <summary>Key of the flow.</summary>
    public required string Flow { get; init; }

    public required long RecordId { get; init; }

    /// <summary>Who becomes the initiator; null for nobody.</summary>
    public long? ActorId { get; init; }

    /// <summary>How many flows led to it, each by what it changed.</summary>
    public int Depth { get; init; }

    /// <summary>When the reason arose, in UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>How often it was tried in vain.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is tried the next time, in UTC; null when that could not help.</summary>
    public required DateTime? NextAt { get; init; }

    /// <summary>Of the reason why it has not begun; null when it was not tried yet.</summary>
    public string? Code { get; init; }

    public string? Chinese { get; init; }

    public string? English { get; init; }
}
