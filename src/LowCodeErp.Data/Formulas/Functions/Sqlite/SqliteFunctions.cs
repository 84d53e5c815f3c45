using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LowCodeErp.Data.Formulas.Functions.Sqlite;

/// <summary>
/// The functions of formulas on SQLite. They are registered with SQLite itself, not through Microsoft.Data.Sqlite, which
/// would take them away whenever a connection goes back to its pool.
/// </summary>
internal static class SqliteFunctions
{
    private const int Deterministic = raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC;

    private static readonly object _registered = new();

    /// <summary>Handles outlive the connections that borrow them from the pool; each is prepared once.</summary>
    private static readonly ConditionalWeakTable<sqlite3, object> _prepared = [];

    public static IReadOnlyList<SqliteFunction> All { get; } =
    [
        .. ScalarPrimitives.All.Select(method => new SqliteFunction(ScalarPrimitives.NameOf(method), method)),
        .. AllOf(typeof(ExactOperators)),
        .. AllOf(typeof(WrittenValues)),
    ];

    public static void Register(SqliteConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.Handle is not { } handle || !_prepared.TryAdd(handle, _registered))
        {
            return;
        }

        foreach (var function in All)
        {
            Check(raw.sqlite3_create_function(handle, function.Name, function.ArgumentCount, Deterministic, null, function.Invoke), handle);
        }

        // Not deterministic: the calendar may change between two statements.
        var calendar = SqliteCalendar.Of(connection.DataSource);
        foreach (var (name, call) in CalendarFunctions.All)
        {
            Check(
                raw.sqlite3_create_function(
                    handle, name, CalendarFunctions.ArgumentCount, raw.SQLITE_UTF8, null,
                    (context, _, arguments) => SqliteFunction.Guard(context, () => call(context, arguments, calendar.Context))),
                handle);
        }

        foreach (var (name, start) in SqliteAggregate.All)
        {
            Check(
                raw.sqlite3_create_function(
                    handle, name, 1, Deterministic, null,
                    (context, _, arguments) => SqliteAggregate.Step(start, context, arguments),
                    (context, _) => SqliteAggregate.Finish(start, context)),
                handle);
        }
    }

    private static IEnumerable<SqliteFunction> AllOf(Type family)
        => family.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => new SqliteFunction(ScalarPrimitives.NameOf(method), method));

    private static void Check(int result, sqlite3 handle) => SqliteException.ThrowExceptionForRC(result, handle);
}
