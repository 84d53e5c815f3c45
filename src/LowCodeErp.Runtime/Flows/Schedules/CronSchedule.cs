using Quartz;

namespace LowCodeErp.Runtime.Flows.Schedules;

/// <summary>
/// When a scheduled flow begins: <c>seconds minutes hours day month weekday</c> in the workspace's time zone, as Quartz reads it. Of day and weekday one is <c>?</c>; <c>L</c> is the last
/// day of the month.
/// </summary>
/// <example><c>0 30 8 ? * MON-FRI</c>: on weekdays at 8:30. <c>0 0 18 L * ?</c>: at 18:00 on the last day of each month.</example>
public sealed class CronSchedule
{
    private const int Parts = 6;

    private readonly string _text;

    private CronSchedule(string text) => _text = text;

    /// <summary>Null for a text that is no schedule. Quartz would take a seventh part, the year: a flow that begins once is none for a schedule.</summary>
    public static CronSchedule? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: Parts } parts && (parts[3] == "?") != (parts[5] == "?") && CronExpression.TryParse(text, out _)
            ? new(text)
            : null;
    }

    /// <summary>The first moment after another, both in UTC; null when there is none any more (30 February).</summary>
    public DateTime? NextAfter(DateTime moment, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new CronExpression(_text, zone).GetNextValidTimeAfter(new DateTimeOffset(moment, TimeSpan.Zero))?.UtcDateTime;
    }
}
