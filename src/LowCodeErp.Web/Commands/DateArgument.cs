using System.Globalization;
using LowCodeErp.Runtime.Calendars;

namespace LowCodeErp.Web.Commands;

/// <summary>Days as they are written on the command line.</summary>
internal static class DateArgument
{
    private const string Between = "..";

    /// <summary>Null, with the reason on the console, when the text is no date.</summary>
    public static DateOnly? Read(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        CommandSession.Error(new($"日期“{text}”应写成 2018-01-31 的样子。", $"Write the date \"{text}\" like 2018-01-31."));
        return null;
    }

    /// <summary>A day, or the days from the first to the last: <c>2026-10-01..2026-10-07</c>.</summary>
    public static (DateOnly First, DateOnly Last)? ReadRange(string text)
    {
        var ends = text.Split(Between, 2);
        if (Read(ends[0]) is not { } first || Read(ends[^1]) is not { } last)
        {
            return null;
        }

        if (first <= last)
        {
            return (first, last);
        }

        CommandSession.Report([CalendarDiagnostics.RangeReversed(first, last)]);
        return null;
    }
}
