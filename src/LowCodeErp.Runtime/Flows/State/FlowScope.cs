namespace LowCodeErp.Runtime.Flows.State;

/// <summary>One activation of a block or of a branch (rule 1). It is never removed: what was visited is known by it.</summary>
public sealed record FlowScope
{
    /// <summary>Within its instance, from 1.</summary>
    public required int Id { get; init; }

    /// <summary>Null for the trunk.</summary>
    public int? ParentId { get; init; }

    /// <summary>Key of the block; null for the trunk.</summary>
    public string? Block { get; init; }

    /// <summary>Key of the branch, for the scope of a branch; null for the scope of a block.</summary>
    public string? Branch { get; init; }

    /// <summary>Counts how often the block was activated in its parent; what an older one started never counts (rule 2).</summary>
    public int Generation { get; init; } = 1;

    public ScopeStatus Status { get; init; } = ScopeStatus.Live;

    /// <summary>Frozen when branches are activated, so that joining looks at nothing else.</summary>
    public int ExpectedChildren { get; init; }

    /// <summary>How it was left: <c>approved</c>, <c>rejected</c>, <c>returned</c>, <c>done</c> …; null while it is live.</summary>
    public string? Outcome { get; init; }

    /// <summary>The scope after which it was entered: the way of its token (rule 23). Null for the first one.</summary>
    public int? AfterId { get; init; }

    /// <summary>What the node keeps between events, as JSON; null for nothing.</summary>
    public string? Memory { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>In UTC; null while it is live.</summary>
    public DateTime? ClosedAt { get; init; }
}
