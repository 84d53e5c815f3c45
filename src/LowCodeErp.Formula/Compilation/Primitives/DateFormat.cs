using System.Globalization;
using System.Text;

namespace LowCodeErp.Formula.Compilation;

/// <summary>Dates and times in an Excel format: <c>yyyy-mm-dd hh:mm</c>. An m beside hours or seconds means minutes.</summary>
internal static class DateFormat
{
    private static readonly DateTime Origin = new(1899, 12, 30);

    public static string Format(DateTime moment, string format)
        => format.Length == 0 ? "" : Write(moment, FormatReader.Read(format)[0]);

    /// <summary>A number is days since the origin, as in Excel; outside of the calendar there is nothing to write.</summary>
    public static string Format(decimal serial, List<FormatItem> items)
        => serial is < -600_000 or > 2_900_000
            ? ""
            : Write(Origin.AddMilliseconds((double)Math.Round(serial * 86_400_000, MidpointRounding.AwayFromZero)), items);

    private static string Write(DateTime moment, List<FormatItem> items)
    {
        var decimals = FractionDigits(items);
        var hasNoon = items.Exists(item => item.Kind == FormatItemKind.Noon);
        var text = new StringBuilder();
        for (var index = 0; index < items.Count; index++)
        {
            text.Append(items[index].Kind switch
            {
                FormatItemKind.DatePart => WritePart(moment, items[index].Text, IsMinute(items, index), hasNoon),
                FormatItemKind.Noon => (moment.Hour < 12 ? "AM" : "PM")[..(items[index].Text.Length == 3 ? 1 : 2)],
                FormatItemKind.Digit when decimals > 0 && IsFraction(items, index) => FractionDigit(moment, items, index),
                _ => items[index].Text,
            });
        }

        return text.ToString();
    }

    private static bool IsMinute(List<FormatItem> items, int index)
    {
        var before = items.FindLastIndex(index, item => item.Kind == FormatItemKind.DatePart && !item.Is('m'));
        var after = items.FindIndex(index, item => item.Kind == FormatItemKind.DatePart && !item.Is('m'));
        return (before >= 0 && items[before].Is('h')) || (after >= 0 && items[after].Is('s'));
    }

    private static string WritePart(DateTime moment, string part, bool isMinute, bool hasNoon)
    {
        var english = CultureInfo.InvariantCulture;
        var length = Math.Min(part.Length, 5);
        return char.ToLowerInvariant(part[0]) switch
        {
            'y' => moment.ToString(length < 3 ? "yy" : "yyyy", english),
            'm' when isMinute && length < 3 => moment.ToString(length == 1 ? "%m" : "mm", english),
            'm' => length == 5 ? moment.ToString("MMMM", english)[..1] : moment.ToString(length == 1 ? "%M" : new string('M', length), english),
            'd' => moment.ToString(length == 1 ? "%d" : new string('d', Math.Min(length, 4)), english),
            'h' => moment.ToString((hasNoon, length) switch { (true, 1) => "%h", (true, _) => "hh", (_, 1) => "%H", _ => "HH" }, english),
            _ => moment.ToString(length == 1 ? "%s" : "ss", english),
        };
    }

    /// <summary>The zeros of ss.000.</summary>
    private static int FractionDigits(List<FormatItem> items) => Enumerable.Range(0, items.Count).Count(index => IsFraction(items, index));

    private static bool IsFraction(List<FormatItem> items, int index) => FractionPlace(items, index) > 0;

    /// <summary>1 for the first digit after the point that follows seconds, 0 for what is no such digit.</summary>
    private static int FractionPlace(List<FormatItem> items, int index)
    {
        var start = index;
        while (start >= 0 && items[start].Kind == FormatItemKind.Digit)
        {
            start--;
        }

        var isFraction = start > 0 && items[start].Kind == FormatItemKind.Point && items[start - 1].Is('s');
        return isFraction ? index - start : 0;
    }

    private static char FractionDigit(DateTime moment, List<FormatItem> items, int index)
    {
        var digits = (moment.Ticks % TimeSpan.TicksPerSecond).ToString("D7", CultureInfo.InvariantCulture);
        var place = FractionPlace(items, index);
        return place <= digits.Length ? digits[place - 1] : '0';
    }
}
