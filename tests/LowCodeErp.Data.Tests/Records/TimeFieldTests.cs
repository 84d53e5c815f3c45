using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>Times of day on real databases: kept in minutes, counted in days by formulas, and equal to what TIME() gives to the last digit.</summary>
public sealed class TimeFieldTests
{
    [Theory]
    [EveryDatabase]
    public async Task Save_FormulasOfTimes_CountInDaysAndGiveTimesBack(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        var row = await database.ReadAsync("shop", await database.AddAsync("shop", ("name", Of("甲")), ("open", Of("9:30")), ("close", Of("下午6点"))));

        Assert.Equal(8.5m, row[row.Form["hours"]].AsNumber());
        Assert.Equal(new TimeOnly(13, 45), row[row.Form["middle"]].AsTime());
        Assert.Equal("09:30", row.TextOf(row.Form["open"], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(570m, Convert.ToDecimal(await database.Published.QueryAsync("SELECT \"open\" FROM shop"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("record.validation close", await database.RefuseAsync("shop", ("name", Of("乙")), ("open", Of("9:30")), ("close", Of("9:00"))));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Find_ByFormula_MeetsBoundariesExactly(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        foreach (var time in new[] { "8:20", "9:20", "9:21" })
        {
            await database.AddAsync("shop", ("name", Of(time)), ("open", Of(time)), ("close", Of("23:59")));
        }

        Assert.Equal("9:20", await FindAsync(database, "[open] = TIME(9, 20, 0)"));
        Assert.Equal("9:20 9:21", await FindAsync(database, "[open] >= TIME(9, 20, 0)"));
        Assert.Equal("8:20 9:20", await FindAsync(database, "[open] < TIME(9, 21, 0)"));
        Assert.Equal("9:20 9:21", await FindAsync(database, "HOUR([open]) = 9"));
        Assert.Equal("9:21", await FindAsync(database, "MINUTE([open]) = 21"));
        Assert.Equal("8:20", await FindAsync(database, "[open] & \"\" = \"08:20:00\""));
        Assert.Equal("9:20 9:21", await database.FindAsync("shop", new Condition.Compare(database.Path("shop", "open"), ComparisonOperator.GreaterOrEqual, Value.Of(new TimeOnly(9, 20)))));
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_LiveTimes_AreThoseOfTheirSources(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        await database.AddAsync("shop", ("name", Of("甲")), ("open", Of("23:30")), ("close", Of("23:40")));

        var row = await database.ReadAsync("visit", await database.AddAsync("visit", ("name", Of("一")), ("shop", Of("甲"))));

        Assert.Equal(new TimeOnly(23, 30), row[row.Form["opens"]].AsTime());
        Assert.Equal(new TimeOnly(0, 30), row[row.Form["later"]].AsTime());
        Assert.Equal(new TimeOnly(8, 0), row[row.Form["at"]].AsTime());
        Assert.Equal("一", await database.FindAsync("visit", new Condition.Compare(database.Path("visit", "later"), ComparisonOperator.Equal, Value.Of(new TimeOnly(0, 30)))));
    }

    [Theory]
    [EveryDatabase]
    public async Task ExportAndImport_Times_ComeBackAsTheyWere(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        await database.AddAsync("shop", ("name", Of("甲")), ("open", Of("00:00")), ("close", Of("9:05")));

        var exported = await database.ExportAsync("shop");

        Assert.Contains("甲,00:00,09:05,", exported, StringComparison.Ordinal);
        Assert.Equal("", await database.ImportAsync("shop", "name,open,close\n乙,0000,905\n"));
        Assert.StartsWith("2 field.time.unreadable open", await database.ImportAsync("shop", "name,open\n丙,早上\n"), StringComparison.Ordinal);
        Assert.Equal("乙 甲", await FindAsync(database, "[close] = TIME(9, 5, 0)"));
        Assert.Equal("""{"close":[545,600]}""", await HistoryOfChangeAsync(database));
    }

    private static async Task<string> HistoryOfChangeAsync(FieldDatabase database)
    {
        var id = (await database.FindRowAsync("shop", "name", "甲")).Id;
        await database.ChangeAsync("shop", id, ("close", Of("10点")));
        var history = await database.HistoryAsync("shop", id);
        return history[..history.IndexOf(']', StringComparison.Ordinal)] + "]}";
    }

    private static Task<string> FindAsync(FieldDatabase database, string formula)
        => database.FindAsync("shop", new FormulaConditions(
            database.Published.Workspace, SqlProviders.Sqlite | SqlProviders.PostgreSql)
            .Create(database.Form("shop"), formula, new(PublishedDatabase.Now))!);

    private static InputValue Of(string text) => InputValue.Of(text);

    private static Task<FieldDatabase> CreateAsync(DatabaseProvider provider) => FieldDatabase.CreateAsync(
        provider,
        Form("shop").Field("name", "text").Field("open", "time").Field("close", "time").Valid("[close] > [open]", "关门早于开门")
            .Field("hours", "number", new { decimals = 2 }).Formula("([close] - [open]) * 24")
            .Field("middle", "time").Formula("[open] + TIME(4, 15, 0)"),
        Form("visit").Field("name", "text").Field("shop", "reference", new { form = "shop" })
            .Field("opens", "lookup", new { reference = "shop", field = "open" })
            .Field("later", "time").Formula("[shop.open] + TIME(1, 0, 0)")
            .Field("at", "time").DefaultFormula("TIME(8, 0, 0)"));
}
