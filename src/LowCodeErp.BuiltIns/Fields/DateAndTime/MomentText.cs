using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.BuiltIns.Fields.Date;
using LowCodeErp.BuiltIns.Fields.Time;

namespace LowCodeErp.BuiltIns.Fields.DateAndTime;

/// <summary>
/// Moments as people write them: a date as <see cref="DateText"/> reads it, and a time of day behind it as <see cref="ClockText"/> does:
/// <c>2026-11-22 14:30</c>, <c>2026年11月22日下午2点半</c>, <c>2026/11/22 2:30 PM</c>, <c>20261122 1430</c>. A date alone is its first minute.
/// </summary>
internal static partial class MomentText
{
    /// <returns>Of kind UTC when the text names its zone (<c>…Z</c>, <c>…+08:00</c>).</returns>
    public static DateTime? Parse(string text)
    {
        var match = Notation().Match(text);
        if (!match.Success || DateText.Parse(match.Groups["date"].Value) is not { } date)
        {
            return null;
        }

        var rest = match.Groups["time"].Value.Trim();
        return rest.Length == 0 ? date.ToDateTime(TimeOnly.MinValue) : ReadTime(date, rest);
    }

    private static DateTime? ReadTime(DateOnly date, string text)
    {
        var zone = Zone().Match(text);
        if (ClockText.Parse(text[..^zone.Length]) is not { } time)
        {
            return null;
        }

        var moment = date.ToDateTime(time);
        return zone.Success ? InZone(moment, zone.Value) : moment;
    }

    private static DateTime? InZone(DateTime moment, string zone)
    {
        var text = $"{moment:yyyy-MM-ddTHH:mm:ss}{zone}";
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var offset) ? offset.UtcDateTime : null;
    }

    [GeneratedRegex(@"^(?<date>[1-9][0-9]{3}(?:[0-9]{4}|(?<mark>[-/.])[0-9]{1,2}\k<mark>[0-9]{1,2}| ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?[日号]?))(?:$|(?:[T ]+|(?<=[日号]))(?<time>.*)$)")]
    private static partial Regex Notation();

    [GeneratedRegex(@"(?:Z|[+-][0-9]{2}:[0-9]{2})$", RegexOptions.IgnoreCase)]
    private static partial Regex Zone();
}
