using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.Core.Values;

namespace LowCodeErp.BuiltIns.Fields.Date;

/// <summary>
/// Dates as people write them, always year, month, day with four digits of year: <c>2026-3-5</c>, <c>2026/3/5</c>,
/// <c>2026.3.5</c>, <c>2026年3月5日</c>, <c>20260305</c>, each with or without a time. 3/5/2026 is refused: it may be either.
/// </summary>
internal static partial class DateText
{
    /// <summary>1927 to 2173 as Excel counts days; people mean a date by such a number, but we cannot know which.</summary>
    private const decimal SmallestSerial = 10000;

    private const decimal LargestSerial = 100000;

    private const int SmallestYear = 1000;

    public static DateOnly? Parse(string text)
    {
        // Nearly every date of a file is written like this, and an import reads millions.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var plain) && plain.Year >= SmallestYear)
        {
            return plain;
        }

        var match = Notation().Match(text);
        return match.Success && DateOnly.TryParseExact(Canonical(match), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }

    public static bool IsSerialNumber(InputValue input)
        => input.Content is decimal number || (input.Content is string text && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out number))
            ? number is >= SmallestSerial and < LargestSerial
            : false;

    private static string Canonical(Match match) => $"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}";

    [GeneratedRegex(
        @"^(?<year>[1-9][0-9]{3})(?:(?<month>[0-9]{2})(?<day>[0-9]{2})|(?<mark>[-/.])(?<month>[0-9]{1,2})\k<mark>(?<day>[0-9]{1,2})| ?年 ?(?<month>[0-9]{1,2}) ?月 ?(?<day>[0-9]{1,2}) ?[日号]?)"
        + @"(?:[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?Z?)?$")]
    private static partial Regex Notation();
}
