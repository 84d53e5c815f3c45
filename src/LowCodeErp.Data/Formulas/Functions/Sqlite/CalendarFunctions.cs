using System.Globalization;
using System.Text.Json;
using LowCodeErp.Formula.Compilation;
using SQLitePCL;

namespace LowCodeErp.Data.Formulas.Functions.Sqlite;

/// <summary><c>lc_network_days</c> and <c>lc_work_day</c>. The listed holidays are a JSON array of dates, or null.</summary>
internal static class CalendarFunctions
{
    public const int ArgumentCount = 3;

    public static IReadOnlyList<(string Name, Action<sqlite3_context, sqlite3_value[], EvaluationContext> Call)> All { get; } =
    [
        (ScalarPrimitives.NameOf(nameof(FormulaPrimitives.NetworkDays)), (context, arguments, evaluation) => SqliteResult.Set(
            context,
            FormulaPrimitives.NetworkDays(SqliteArgument.Date(arguments[0]), SqliteArgument.Date(arguments[1]), Holidays(arguments[2]), evaluation))),
        (ScalarPrimitives.NameOf(nameof(FormulaPrimitives.WorkDay)), (context, arguments, evaluation) => SqliteResult.Set(
            context,
            FormulaPrimitives.WorkDay(SqliteArgument.Date(arguments[0]), SqliteArgument.Number(arguments[1]), Holidays(arguments[2]), evaluation))),
    ];

    private static List<DateOnly?> Holidays(sqlite3_value value)
        => [.. JsonSerializer.Deserialize<List<string?>>(SqliteArgument.Text(value) ?? "[]")!.Select(ReadDate)];

    private static DateOnly? ReadDate(string? text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
