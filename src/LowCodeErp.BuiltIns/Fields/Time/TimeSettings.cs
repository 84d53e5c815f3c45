namespace LowCodeErp.BuiltIns.Fields.Time;

public sealed record TimeSettings
{
    public TimeOnly? Minimum { get; init; }

    public TimeOnly? Maximum { get; init; }

    /// <summary>The minutes from one allowed time to the next, counted from midnight; 1 allows every minute.</summary>
    public int Step { get; init; } = 1;
}
