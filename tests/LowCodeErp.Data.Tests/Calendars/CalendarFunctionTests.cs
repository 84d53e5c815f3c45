using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Calendars;

/// <summary>Working days as databases count them: what they count in memory.</summary>
public sealed class CalendarFunctionTests
{
    private static readonly DateOnly _first = new(2023, 10, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task NetworkDaysAndWorkDay_OnRandomDatesAndHolidays_AreThoseOfMemory(DatabaseProvider provider)
    {
        const int seed = 20260217;
        var random = new Random(seed);
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var context = new EvaluationContext(DateTime.UnixEpoch) { Calendar = await new CalendarStore(database.Connections).ReadAsync(Cancellation) };
        await using var connection = await database.Connections.OpenReadAsync(Cancellation);
        for (var turn = 0; turn < 150; turn++)
        {
            var (start, end, days) = (Day(random), Day(random), random.Next(20) == 0 ? (decimal?)null : random.Next(-900, 900) / 3m);
            List<DateOnly?>? holidays = random.Next(3) == 0 ? null : [.. Enumerable.Range(0, random.Next(12)).Select(_ => Near(start, random))];

            Assert.Equal(
                FormulaPrimitives.NetworkDays(start, end, holidays, context),
                await AskAsync(connection, "lc_network_days", start, end, holidays) is { } count ? decimal.Parse(count, CultureInfo.InvariantCulture) : null);
            Assert.Equal(
                FormulaPrimitives.WorkDay(start, days, holidays, context),
                await AskAsync(connection, "lc_work_day", start, days, holidays) is { } date ? DateOnly.Parse(date, CultureInfo.InvariantCulture) : null);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task WorkDay_BeyondAllDates_IsBlank(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        await using var connection = await database.Connections.OpenReadAsync(Cancellation);

        Assert.Null(await AskAsync(connection, "lc_work_day", _first, 5_000_000_000m, null));
        Assert.Null(await AskAsync(connection, "lc_work_day", _first, -5_000_000_000m, null));
        Assert.Equal("0001-01-01", await AskAsync(connection, "lc_work_day", new DateOnly(1, 1, 2), -1m, null));
    }

    [Theory]
    [EveryDatabase]
    public async Task NetworkDays_AfterAChangeOfTheCalendar_CountsByIt(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var store = new CalendarStore(database.Connections);
        await store.ReadAsync(Cancellation);
        await using var connection = await database.Connections.OpenReadAsync(Cancellation);
        DateOnly sunday = new(2026, 11, 22);
        Assert.Equal("0", await AskAsync(connection, "lc_network_days", sunday, sunday, null));

        await store.SetAsync([new(sunday, true, new("赶工"))], Cancellation);

        Assert.Equal("1", await AskAsync(connection, "lc_network_days", sunday, sunday, null));
    }

    private static DateOnly? Day(Random random) => random.Next(20) == 0 ? null : _first.AddDays(random.Next(0, 1300));

    private static DateOnly? Near(DateOnly? day, Random random) => random.Next(10) == 0 ? null : (day ?? _first).AddDays(random.Next(-60, 61));

    private static async Task<string?> AskAsync(DbConnection connection, string function, DateOnly? first, object? second, List<DateOnly?>? holidays)
    {
        await using var command = connection.CreateCommand();
        var isSqlite = connection is Microsoft.Data.Sqlite.SqliteConnection;
        var list = holidays is null ? null : JsonSerializer.Serialize(holidays);
        var call = isSqlite
            ? $"{function}({Text(first)}, {Text(second)}, {Text(list)})"
            : $"{function}({Text(first)}::date, {Text(second)}::{(function == "lc_work_day" ? "numeric" : "date")}, {(holidays is null ? "NULL" : $"ARRAY[{string.Join(", ", holidays.Select(Text))}]")}::date[])";
        command.CommandText = $"SELECT CAST({call} AS text)";
        return await command.ExecuteScalarAsync(Cancellation) as string;
    }

    private static string Text<T>(T value) => value switch
    {
        null => "NULL",
        DateOnly date => $"'{date:yyyy-MM-dd}'",
        _ => string.Create(CultureInfo.InvariantCulture, $"'{value}'"),
    };
}
