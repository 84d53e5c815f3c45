using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.BuiltIns.Fields.Date;
using LowCodeErp.Core.Values;

namespace LowCodeErp.BuiltIns.Fields.DateRange;

/// <summary>
/// Ranges as people write them: two dates in any notation of a date with <c>~</c>, 至, 到 or a dash with blanks between them.
/// A day alone is the first of an open range.
/// </summary>
internal static partial class DateRangeText
{
    public static int DaysOf(DateOnly start, DateOnly end) => end.DayNumber - start.DayNumber + 1;

    public static string Format(DateOnly? start, DateOnly? end) => $"{Format(start)} ~ {Format(end)}".Trim();

    public static (DateOnly? Start, DateOnly? End)? Parse(InputValue input) => input.Content switch
    {
        DateTime only => (DateOnly.FromDateTime(only), null),
        InputList { Count: 2 } list => Parse($"{list[0].Content} ~ {list[1].Content}"),
        string text => Parse(PlainText.ToHalfWidth(text)),
        _ => null,
    };

    private static (DateOnly? Start, DateOnly? End)? Parse(string text)
    {
        var ends = Separator().Split(text);
        return ends.Length switch
        {
            1 when DateText.Parse(ends[0]) is { } only => (only, null),
            2 when ParseEnd(ends[0], out var start) && ParseEnd(ends[1], out var end) => (start, end),
            _ => null,
        };
    }

    /// <summary>A blank end is open.</summary>
    private static bool ParseEnd(string text, out DateOnly? date)
    {
        date = DateText.Parse(text.Trim());
        return date is not null || string.IsNullOrWhiteSpace(text);
    }

    private static string Format(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(@"\s*(?:[~〜]|至|到|—+|–)\s*|\s+(?:-|to)\s+")]
    private static partial Regex Separator();
}
