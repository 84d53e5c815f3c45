namespace LowCodeErp.Runtime.Flows.State;

/// <summary>A record as somebody decided upon it, of a flow that keeps that (rule 43). Stored once for all who decided upon the same version.</summary>
public sealed record FlowSnapshot
{
    public required long InstanceId { get; init; }

    /// <summary>Of the record; <see cref="FlowSeat.RecordVersion"/> of the seats that decided upon it.</summary>
    public required long RecordVersion { get; init; }

    /// <summary>Of the first one who decided upon it, in UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>As JSON: the values by key of the field, of a sub-table the lines in their order; blank ones are left out.</summary>
    public required string Content { get; init; }
}
