namespace LowCodeErp.Runtime.Flows.State;

/// <summary>An event that a node waits for, or one that came before anybody waited for it (D27).</summary>
public sealed record FlowWait
{
    /// <summary>Within its instance.</summary>
    public required int Id { get; init; }

    /// <summary>Null for an event that came first.</summary>
    public int? ScopeId { get; init; }

    /// <summary>Of its scope, when the wait began; 0 for an event that came first.</summary>
    public int Generation { get; init; }

    /// <summary>Name of the event.</summary>
    public required string Event { get; init; }

    /// <summary>What came with the event, as JSON; null until it has come.</summary>
    public string? Payload { get; init; }

    /// <summary>Whether it is over: the wait was met or cancelled, the event was used.</summary>
    public bool IsClosed { get; init; }
}
