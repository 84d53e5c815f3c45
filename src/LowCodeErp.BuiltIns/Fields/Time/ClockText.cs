using System.Globalization;
using System.Text.RegularExpressions;

namespace LowCodeErp.BuiltIns.Fields.Time;

/// <summary>
/// Times of day as people write them, in figures or in Chinese: <c>9:30</c>, <c>930</c>, <c>2:30 PM</c>, <c>上午9点半</c>, <c>下午3点一刻</c>.
/// </summary>
internal static partial class ClockText
{
    public static TimeOnly? Parse(string text)
    {
        var match = Notation().Match(text);
        return match.Success && HourOf(match) is { } hour && TimeOnly.TryParseExact(
            $"{hour}:{MinuteOf(match)}:{Digits(match, "second")}", "H:m:s", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;
    }

    /// <summary>A cell of a spreadsheet holds a time as a part of a day; a whole number there is one whose colon was left out.</summary>
    public static TimeOnly? OfCell(decimal number) => number switch
    {
        >= 0 and < 1 => TimeOnly.MinValue.Add(TimeSpan.FromSeconds((double)Math.Min(decimal.Round(number * 86_400), 86_399))),
        < 1_000_000 when decimal.IsInteger(number) => Parse(number.ToString("0", CultureInfo.InvariantCulture)),
        _ => null,
    };

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

    private static string MinuteOf(Match match) => match.Groups["part"].Value switch
    {
        "半" => "30",
        "一刻" or "1刻" => "15",
        "三刻" or "3刻" => "45",
        _ => Digits(match, "minute"),
    };

    private static string Digits(Match match, string group) => match.Groups[group].Value is { Length: > 0 } digits ? digits : "0";

    [GeneratedRegex(
        @"^(?:(?<early>凌晨|清晨|早上|早晨|上午)|(?<noon>中午)|(?<late>下午)|(?<night>傍晚|晚上))? ?"
        + @"(?:(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:\.[0-9]+)?)?|(?<hour>[0-9]{1,2})(?<minute>[0-9]{2})(?<second>[0-9]{2})?"
        + @"|(?<hour>[0-9]{1,2}) ?[点时] ?(?:(?<part>半|[一三13]刻)|(?<minute>[0-9]{1,2}) ?分?(?: ?(?<second>[0-9]{1,2}) ?秒)?|[整钟])?)"
        + @"(?: ?(?:(?<early>AM)|(?<late>PM)))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Notation();
}
