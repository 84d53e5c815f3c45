namespace LowCodeErp.Runtime.Flows.State;

/// <summary>Something that keeps an instance from going on until an administrator retries, skips or aborts it; never a silent stall.</summary>
public sealed record FlowIncident
{
    /// <summary>Within its instance.</summary>
    public required int Id { get; init; }

    public required int ScopeId { get; init; }

    public int? JobId { get; init; }

    /// <summary>Of the diagnostic.</summary>
    public required string Code { get; init; }

    public required string Chinese { get; init; }

    public required string English { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>In UTC; null while it is open.</summary>
    public DateTime? ResolvedAt { get; init; }

    /// <summary>Null for the system.</summary>
    public long? ResolvedById { get; init; }

    /// <summary><c>retried</c>, <c>skipped</c>, <c>aborted</c>, <c>cancelled</c>; null while it is open.</summary>
    public string? Resolution { get; init; }
}
