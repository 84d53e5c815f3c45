using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>Fields that are several, on real databases: entered as one or by part, stored as ordinary columns, shown as one.</summary>
public sealed class PartedFieldTests
{
    [Theory]
    [EveryDatabase]
    public async Task Save_OneTextOrParts_StoresTheSameColumns(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        var whole = await database.AddAsync("contract", ("name", Of("一")), ("period", Of("2026年1月1日至2026年12月31日")), ("address", Of("广东省深圳市南山区科技园路1号")));
        var parts = await database.AddAsync(
            "contract", ("name", Of("二")), ("period-start", Of("2026-01-01")), ("period-end", InputValue.Of(new DateOnly(2026, 12, 31))),
            ("address-province", Of("广东")), ("address-city", Of("深圳市")), ("address-district", Of("南山区")), ("address-detail", Of("科技园路1号")));

        var (first, second) = (await database.ReadAsync("contract", whole), await database.ReadAsync("contract", parts));
        Assert.Equal(first.Values.Skip(1), second.Values.Skip(1));
        Assert.Equal("2026-01-01 ~ 2026-12-31", first.TextOf(first.Form["period"], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("广东省深圳市南山区科技园路1号", second.TextOf(second.Form["address"], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("4403", await database.Published.QueryAsync("SELECT address_city FROM contract WHERE name = '一'"));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_OnePart_IsCheckedBesideTheStoredOther(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var id = await database.AddAsync("contract", ("name", Of("一")), ("period", Of("2026-01-01 ~ 2026-12-31")));

        await database.ChangeAsync("contract", id, ("period-end", Of("2026-06-30")));
        Assert.Equal("""{"period-end":["2026-12-31","2026-06-30"]}""", await database.HistoryAsync("contract", id));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => database.ChangeAsync("contract", id, ("period-end", Of("2025-06-30"))));
        Assert.Equal("field.date-range.reversed period-end", error.Message);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_MissingUnreadableAndContradictingParts_AreReportedAtTheirPlaces(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        Assert.Equal("record.required period-start; record.required period-end", await database.RefuseAsync("contract", ("name", Of("一"))));
        Assert.Equal("record.required period-end", await database.RefuseAsync("contract", ("name", Of("一")), ("period", Of("2026-01-01"))));
        Assert.Equal("field.date-range.unreadable period", await database.RefuseAsync("contract", ("name", Of("一")), ("period", Of("明年"))));
        Assert.Equal("field.date.unreadable period-start", await database.RefuseAsync("contract", ("name", Of("一")), ("period-start", Of("明天")), ("period-end", Of("2026-01-01"))));
        Assert.Equal("field.address.elsewhere address-city", await database.RefuseAsync(
            "contract", ("name", Of("一")), ("period", Of("2026-01-01 ~ 2026-01-02")), ("address-province", Of("上海市")), ("address-city", Of("4403"))));
    }

    [Theory]
    [EveryDatabase]
    public async Task Find_ByParts_FiltersAndSortsAsTheirTypesDo(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        await database.AddAsync("contract", ("name", Of("一")), ("period", Of("2026-03-01 ~ 2026-03-02")), ("address", Of("上海市浦东新区世纪大道1号")));
        await database.AddAsync("contract", ("name", Of("二")), ("period", Of("2026-02-01 ~ 2026-12-31")), ("address", Of("广东省深圳市南山区科技园路1号")));

        Assert.Equal("二", await database.FindAsync("contract", new Condition.Compare(
            database.Path("contract", "period-end"), ComparisonOperator.Greater, Value.Of(new DateOnly(2026, 6, 1)))));
        Assert.Equal("一", await database.FindAsync("contract", new Condition.OneOf(database.Path("contract", "address-province"), [Value.Of("31")])));
        Assert.Equal("二 一", await database.FindAsync("contract", null, null, new SortOrder(database.Path("contract", "period-start"))));
    }

    [Theory]
    [EveryDatabase]
    public async Task ExportAndImport_PartsAndOneColumn_ComeBackAsTheyWere(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        await database.AddAsync("contract", ("name", Of("一")), ("period", Of("2026-01-01 ~ 2026-12-31")), ("address", Of("吉林省长春市朝阳区某路1号")));
        var exported = await database.ExportAsync("contract");
        Assert.StartsWith("name,period·开始,period·结束,address·省,address·市,address·区县,address·街道,address·详细地址\n一,2026-01-01,2026-12-31,吉林省,长春市,朝阳区,,某路1号", exported, StringComparison.Ordinal);

        Assert.Equal("", await database.ImportAsync("contract", exported.Replace("一,", "二,", StringComparison.Ordinal)));
        Assert.Equal("", await database.ImportAsync("contract", "name,period,address\n三,2026-01-01 ~ 2026-12-31,吉林省长春市朝阳区某路1号\n"));
        Assert.Equal("2 field.date-range.unreadable period", await database.ImportAsync("contract", "name,period\n四,明年\n"));

        Assert.Equal(3, (await database.FindAsync("contract", new Condition.OneOf(database.Path("contract", "address-district"), [Value.Of("220104")]))).Split(' ').Length);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_FormulaOfParts_ReadsThem(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(
            provider,
            Form("leave").Field("name", "text").Field("period", "date-range").Field("days", "number").Formula("DAYS([period-end], [period-start]) + 1"));

        var row = await database.ReadAsync("leave", await database.AddAsync("leave", ("name", Of("一")), ("period", Of("2026-02-27 ~ 2026-03-01"))));

        Assert.Equal(3m, row[row.Form["days"]].AsNumber());
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_LinesWithParts_AreReadAndCheckedLikeRecords(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(
            provider, Form("trip").Field("name", "text").Field("leg", "sub-table", new
            {
                fields = new object[] { new { key = "stay", type = "date-range", label = new Dictionary<string, string> { ["zh-CN"] = "停留" } }, new { key = "tags", type = "tags", label = new Dictionary<string, string> { ["zh-CN"] = "标签" } } },
            }));
        var trip = await database.AddAsync("trip", ("name", Of("一")));

        await database.AddAsync("trip-leg", ("trip", InputValue.Of((decimal)trip)), ("stay", Of("2026-02-27 ~ 2026-03-01")), ("tags", Of("a、b")));

        Assert.Equal("field.date-range.reversed stay-end", await database.RefuseAsync(
            "trip-leg", ("trip", InputValue.Of((decimal)trip)), ("stay", Of("2026-03-02 ~ 2026-03-01"))));
        Assert.Equal("", await database.ExamineAsync());
    }

    private static InputValue Of(string text) => InputValue.Of(text);

    private static Task<FieldDatabase> CreateAsync(DatabaseProvider provider) => FieldDatabase.CreateAsync(
        provider, Form("contract").Field("name", "text").Field("period", "date-range").Required().Field("address", "address"));
}
