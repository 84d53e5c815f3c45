namespace LowCodeErp.BuiltIns.Fields.DateRange;

public sealed record DateRangeSettings
{
    /// <summary>The earliest first day.</summary>
    public DateOnly? Minimum { get; init; }

    /// <summary>The latest last day.</summary>
    public DateOnly? Maximum { get; init; }

    /// <summary>The most days, both ends counted; null for no limit.</summary>
    public int? MaximumDays { get; init; }

    /// <summary>Whether the last day may be left open, as of a contract without an end.</summary>
    public bool MayBeOpen { get; init; }
}
