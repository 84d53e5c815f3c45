using System.Globalization;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Runtime.Formulas.Json;

/// <summary>Dates and times as JSON writes them, in ISO form.</summary>
public static class JsonMoment
{
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly string[] _formats =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
    ];

    public static DateOnly? ReadDate(string text)
        => DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>In UTC; a text without a zone is wall clock time, a date its midnight.</summary>
    public static DateTime? ReadDateTime(string text, TimeZoneInfo zone)
    {
        if (ReadDate(text) is { } date)
        {
            return LocalTime.ToUtc(date.ToDateTime(TimeOnly.MinValue), zone);
        }

        return !DateTime.TryParseExact(text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment) ? null
            : moment.Kind == DateTimeKind.Utc ? moment
            : LocalTime.ToUtc(moment, zone);
    }
}
