using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.BuiltIns.Fields.Date;

namespace LowCodeErp.BuiltIns.Fields.DateAndTime;

/// <summary>
/// Moments as people write them: a date as <see cref="DateText"/> reads it, and a time of day behind it in figures or in Chinese:
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
        var match = Clock().Match(text);
        if (!match.Success || HourOf(match) is not { } hour || !TimeOnly.TryParseExact(
            $"{hour}:{Digits(match, "minute")}:{Digits(match, "second")}", "H:m:s", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        var moment = date.ToDateTime(match.Groups["half"].Success ? time.AddMinutes(30) : time);
        return match.Groups["zone"].Value is { Length: > 0 } zone ? InZone(moment, zone) : moment;
    }

    /// <summary>Null for hours that the part of the day does not have; twelve at night is left to the writer: it may be either day.</summary>
    private static int? HourOf(Match match)
    {
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        return hour switch
        {
            > 12 when match.Groups["early"].Success => null,
            12 when match.Groups["early"].Success => 0,
            12 when match.Groups["night"].Success => null,
            < 10 when match.Groups["noon"].Success => hour + 12,
            < 12 when match.Groups["late"].Success || match.Groups["night"].Success => hour + 12,
            _ => hour,
        };
    }

    private static string Digits(Match match, string group) => match.Groups[group].Value is { Length: > 0 } digits ? digits : "0";

    private static DateTime? InZone(DateTime moment, string zone)
    {
        var text = $"{moment:yyyy-MM-ddTHH:mm:ss}{zone}";
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var offset) ? offset.UtcDateTime : null;
    }

    [GeneratedRegex(@"^(?<date>[1-9][0-9]{3}(?:[0-9]{4}|(?<mark>[-/.])[0-9]{1,2}\k<mark>[0-9]{1,2}| ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?[日号]?))(?:$|(?:[T ]+|(?<=[日号]))(?<time>.*)$)")]
    private static partial Regex Notation();

    [GeneratedRegex(
        @"^(?:(?<early>凌晨|清晨|早上|早晨|上午)|(?<noon>中午)|(?<late>下午)|(?<night>傍晚|晚上))? ?"
        + @"(?:(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:\.[0-9]+)?)?|(?<hour>[0-9]{2})(?<minute>[0-9]{2})(?<second>[0-9]{2})?"
        + @"|(?<hour>[0-9]{1,2}) ?[点时] ?(?:(?<half>半)|(?<minute>[0-9]{1,2}) ?分?(?: ?(?<second>[0-9]{1,2}) ?秒)?|整)?)"
        + @"(?: ?(?:(?<early>AM)|(?<late>PM)))?(?<zone>Z|[+-][0-9]{2}:[0-9]{2})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();
}
