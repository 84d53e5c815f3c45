namespace LowCodeErp.BuiltIns.Fields.DateAndTime;

public sealed record DateAndTimeSettings
{
    /// <summary>Whether seconds are kept and shown; minutes are enough otherwise.</summary>
    public bool Seconds { get; init; }

    /// <summary>As the clock of the workspace shows it.</summary>
    public DateTime? Minimum { get; init; }

    /// <summary>As the clock of the workspace shows it.</summary>
    public DateTime? Maximum { get; init; }
}
