namespace LowCodeErp.Runtime.Flows.State;

/// <summary>Something outside that is done after the command was stored: a webhook, a script, a message (rule 53). At least once, under one key.</summary>
public sealed record FlowJob
{
    /// <summary>Within its instance.</summary>
    public required int Id { get; init; }

    /// <summary>Null for what nobody waits for.</summary>
    public int? ScopeId { get; init; }

    /// <summary>Of its scope, when the job was made; a result of an older one is not used.</summary>
    public int Generation { get; init; }

    /// <summary><c>webhook</c>, <c>script</c>, <c>message</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What is to be done, as JSON.</summary>
    public required string Payload { get; init; }

    public int Attempts { get; init; }

    /// <summary>From when it may be tried, in UTC.</summary>
    public required DateTime NextAt { get; init; }

    public JobStatus Status { get; init; } = JobStatus.Open;
}
