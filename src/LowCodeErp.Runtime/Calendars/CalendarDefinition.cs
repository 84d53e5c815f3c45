namespace LowCodeErp.Runtime.Calendars;

/// <summary>Exceptional days as a JSON file: those that come with the program, or what somebody imports.</summary>
/// <example><c>{"days": [{"date": "2026-01-04", "isWorking": true, "name": {"zh-CN": "元旦补班"}}]}</c></example>
public sealed record CalendarDefinition
{
    /// <summary>Where the days are from.</summary>
    public string? Source { get; init; }

    /// <summary>The words under which the source may be passed on.</summary>
    public string? Licence { get; init; }

    public required IReadOnlyList<CalendarDayDefinition> Days { get; init; }
}
