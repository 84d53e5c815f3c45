namespace LowCodeErp.Runtime.Flows.State;

/// <summary>
/// That a command was carried out, and what was answered. Stored with its effect, so that the same command sent twice has one effect and one answer
/// (flows.md 2.1-4).
/// </summary>
public sealed record FlowReceipt
{
    public required Guid CommandId { get; init; }

    public required long InstanceId { get; init; }

    /// <summary>Null for the system.</summary>
    public long? ActorId { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Of the instance, after the command.</summary>
    public required long Version { get; init; }

    /// <summary>Of the instance, after the command.</summary>
    public required FlowStatus Status { get; init; }
}
