using System.Globalization;
using SQLitePCL;

namespace LowCodeErp.Data.Formulas.Functions.Sqlite;

/// <summary>Results of functions as SQLite keeps them: numbers as exact decimals in text, dates exactly as EF writes them.</summary>
internal static class SqliteResult
{
    private const int LongestNumber = 32;

    public static void Set(sqlite3_context context, decimal? result)
    {
        if (result is not { } number)
        {
            raw.sqlite3_result_null(context);
            return;
        }

        Span<byte> text = stackalloc byte[LongestNumber];
        number.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        text = number.Scale == 0 ? text[..length] : text[..length].TrimEnd((byte)'0').TrimEnd((byte)'.');
        raw.sqlite3_result_text(context, number == 0 ? "0"u8 : text);
    }

    public static void Set(sqlite3_context context, bool? result) => Set(context, result is { } boolean ? boolean ? 1 : 0 : (int?)null);

    public static void Set(sqlite3_context context, int? result)
    {
        if (result is { } number)
        {
            raw.sqlite3_result_int(context, number);
        }
        else
        {
            raw.sqlite3_result_null(context);
        }
    }

    public static void Set(sqlite3_context context, string? result)
    {
        if (result is null)
        {
            raw.sqlite3_result_null(context);
        }
        else
        {
            raw.sqlite3_result_text(context, result);
        }
    }

    public static void Set(sqlite3_context context, DateOnly? result) => Set(context, result, "yyyy-MM-dd");

    public static void Set(sqlite3_context context, DateTime? result) => Set(context, result, "yyyy-MM-dd HH:mm:ss.FFFFFFF");

    private static void Set<T>(sqlite3_context context, T? result, string format)
        where T : struct, IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[LongestNumber];
        if (result is { } value && value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture))
        {
            raw.sqlite3_result_text(context, text[..length]);
        }
        else
        {
            raw.sqlite3_result_null(context);
        }
    }
}
