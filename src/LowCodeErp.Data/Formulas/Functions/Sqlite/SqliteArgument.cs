using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using LowCodeErp.Formula.Compilation;
using SQLitePCL;

namespace LowCodeErp.Data.Formulas.Functions.Sqlite;

/// <summary>
/// Arguments of functions as formulas see them. A column is REAL, a computed number an exact decimal as text; dates are texts as
/// EF writes them. What is not of the wanted type is blank.
/// </summary>
internal static class SqliteArgument
{
    private const double LargestDecimal = 7.9e28;
    private const int DateLength = 10;

    private static readonly ConcurrentDictionary<string, EvaluationContext> _zones = new(StringComparer.Ordinal);

    public static decimal? Number(sqlite3_value value)
    {
        switch (raw.sqlite3_value_type(value))
        {
            case raw.SQLITE_INTEGER:
                return raw.sqlite3_value_int64(value);
            case raw.SQLITE_FLOAT:
                var real = raw.sqlite3_value_double(value);
                return Math.Abs(real) < LargestDecimal ? (decimal)real : null;
            case raw.SQLITE_TEXT:
                return decimal.TryParse(Bytes(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
            default:
                return null;
        }
    }

    public static string? Text(sqlite3_value value) => IsNull(value) ? null : Encoding.UTF8.GetString(Bytes(value));

    public static bool? Boolean(sqlite3_value value) => IsNull(value) ? null : raw.sqlite3_value_int64(value) != 0;

    /// <summary>The day of a moment, too, is its first ten characters.</summary>
    public static DateOnly? Date(sqlite3_value value)
    {
        var bytes = IsNull(value) ? default : Bytes(value);
        return bytes.Length >= DateLength
            && bytes[4] == '-'
            && bytes[7] == '-'
            && ReadDigits(bytes[..4]) is var year and > 0
            && ReadDigits(bytes[5..7]) is var month and > 0 and < 13
            && ReadDigits(bytes[8..10]) is var day and > 0
            && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    public static DateTime? Moment(sqlite3_value value)
    {
        if (IsNull(value))
        {
            return null;
        }

        Span<char> text = stackalloc char[40];
        return Encoding.UTF8.TryGetChars(Bytes(value), text, out var length)
            && DateTime.TryParse(text[..length], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;
    }

    /// <summary>All that functions in a database know of a run is its time zone.</summary>
    public static EvaluationContext Zone(sqlite3_value value)
        => _zones.GetOrAdd(Text(value) ?? "UTC", static id => new(DateTime.UnixEpoch, TimeZoneInfo.FindSystemTimeZoneById(id)));

    public static IReadOnlyList<string?> Texts(sqlite3_value[] values, int first) => Array.ConvertAll(values[first..], Text);

    public static IReadOnlyList<decimal?> Numbers(sqlite3_value[] values, int first) => Array.ConvertAll(values[first..], Number);

    private static bool IsNull(sqlite3_value value) => raw.sqlite3_value_type(value) == raw.SQLITE_NULL;

    /// <summary>Of a text, a blob's bytes are its UTF-8.</summary>
    private static ReadOnlySpan<byte> Bytes(sqlite3_value value) => raw.sqlite3_value_blob(value);

    private static int ReadDigits(ReadOnlySpan<byte> digits)
        => Utf8Parser.TryParse(digits, out uint number, out var length) && length == digits.Length ? (int)number : -1;
}
