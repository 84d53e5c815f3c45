namespace LowCodeErp.Runtime.Flows.State;

/// <summary>One thing that happened; appended, never changed (rule 61).</summary>
public sealed record FlowHistory
{
    /// <summary>Within its instance.</summary>
    public required int Id { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>What happened: a code of <see cref="FlowActions"/>.</summary>
    public required string Action { get; init; }

    /// <summary>Who did it; null for the system.</summary>
    public long? ActorId { get; init; }

    /// <summary>For whom, where it was somebody else's decision; null otherwise.</summary>
    public long? PrincipalId { get; init; }

    public int? ScopeId { get; init; }

    /// <summary>Key of the block.</summary>
    public string? Block { get; init; }

    public int? SeatId { get; init; }

    public int Generation { get; init; }

    /// <summary>Why, where nobody decided: a code of <see cref="FlowReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The opinion, or the reason that an administrator had to give.</summary>
    public string? Text { get; init; }

    /// <summary>Further particulars as JSON: the values of a condition, who was added; null for none.</summary>
    public string? Details { get; init; }

    public required Guid CommandId { get; init; }
}
