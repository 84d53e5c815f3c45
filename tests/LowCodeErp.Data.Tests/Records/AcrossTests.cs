using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>Conditions that look at records of other forms: what is left in stock, what a customer may still owe.</summary>
public sealed class AcrossTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Stock_TakenByMany_IsTakenByAsManyAsThereIs(DatabaseProvider provider)
    {
        await using var database = await CreateStockAsync(provider);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(taker => Task.Run(() => TakeAsync(database, "茶", 1), Cancellation)));

        Assert.Equal(3, results.OfType<SaveResult.Saved>().Count());
        Assert.All(results.OfType<SaveResult.Invalid>(), refused => Assert.Equal("库存不足", Assert.Single(refused.Problems).Diagnostic.Message.Chinese));
        Assert.Equal(5, results.OfType<SaveResult.Invalid>().Count());
        Assert.Equal(3L, Convert.ToInt64(await database.Published.QueryAsync("SELECT COUNT(*) FROM delivery_line"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Stock_OfOneRequest_CountsAllItsLines(DatabaseProvider provider)
    {
        await using var database = await CreateStockAsync(provider);

        Assert.Equal("record.validation line[0].quantity; record.validation line[1].quantity", Describe(await TakeAsync(database, "茶", 2, 2)));
        Assert.Equal("", Describe(await TakeAsync(database, "茶", 2, 1)));
        Assert.Equal("record.validation line[0].quantity", Describe(await TakeAsync(database, "茶", 1)));
        Assert.Equal(1L, Convert.ToInt64(await database.Published.QueryAsync("SELECT COUNT(*) FROM sys_history WHERE form = 'delivery'"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rollup_ThatBreaksACheckAgainstAnotherForm_IsRefused(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(
            provider,
            Form("shelf").Field("name", "text").Field("most", "number"),
            Form("product").Field("name", "text").Field("shelf", "reference", new { form = "shelf" }).Rollup("stock", "move", "product", "sum", "quantity").FormValid("[stock] <= [shelf.most]", "放不下"),
            Form("move").Field("name", "text").Field("product", "reference", new { form = "product" }).Field("quantity", "number"));
        var shelf = await database.AddAsync("shelf", ("name", InputValue.Of("架")), ("most", InputValue.Of(10m)));
        var product = await database.AddAsync("product", ("name", InputValue.Of("茶")), ("shelf", InputValue.Of((decimal)shelf)));
        await MoveAsync(7m);

        var refused = Assert.IsType<SaveResult.Invalid>(await TryMoveAsync(4m));
        Assert.Equal("这样改会使关联的“product”不符合要求：放不下", Assert.Single(refused.Problems).Diagnostic.Message.Chinese);
        Assert.Equal(7m, (await database.ReadAsync("product", product))[database.Form("product")["stock"]].Content);

        await MoveAsync(3m);
        Assert.Equal("", await database.ExamineAsync());

        async Task MoveAsync(decimal quantity) => Assert.IsType<SaveResult.Saved>(await TryMoveAsync(quantity));

        Task<SaveResult> TryMoveAsync(decimal quantity)
        {
            var values = new Dictionary<string, InputValue> { ["name"] = InputValue.Of("入库"), ["product"] = InputValue.Of((decimal)product), ["quantity"] = InputValue.Of(quantity) };
            return database.Published.Pipeline.SaveAsync(new(database.Form("move"), [new() { Values = values }], Actor.System, ChangeSource.Page), Cancellation);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Import_SkippingRows_StoresThoseThatHoldAndNoOther(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider,
            Form("customer").Field("name", "text").Field("limit", "number"),
            Form("order").Field("number", "text").Reference("customer", "customer").Field("amount", "number")
                .Valid("[amount] <= [customer.limit]", "超过额度").FormValid("COUNT([customer.order]) < 3", "订单太多", Severity.Warning, "many"));
        await database.AddAsync("customer", Value("name", "甲"), Value("limit", "10"));

        Assert.Equal("record.validation amount", await database.RefuseAsync("order", Value("customer", "甲"), Value("amount", "11")));
        var result = await database.RunImportAsync("order", "number,customer,amount\nA,甲,5\nB,甲,50\nC,甲,7\n", skipErrors: true);
        Assert.Equal((2, 1), (result.Created, result.BadRows));
        Assert.Equal("A C", await database.FindAsync("order"));

        // The third order warns; what is not touched is not asked again, though the limit has changed.
        var third = Order(Value("number", "D"), Value("customer", "甲"), Value("amount", "1"));
        Assert.Equal("many", Assert.Single(Assert.IsType<SaveResult.Unconfirmed>(await SaveAsync(database, third)).Warnings).Name);
        Assert.Equal("A C", await database.FindAsync("order"));
        var saved = Assert.IsType<SaveResult.Saved>(await SaveAsync(database, third with { Confirmed = new HashSet<string> { "many" } }));
        await database.ChangeAsync("customer", 1, Value("limit", "0"));
        Assert.IsType<SaveResult.Saved>(await SaveAsync(database, new RecordInput { Id = saved.Records[0].Id, Values = Order(Value("number", "E")).Values }));
    }

    [Theory]
    [EveryDatabase]
    public async Task Import_WhoseRowsAddUpToTooMuch_StoresWhatItCounts(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider,
            Form("customer").Field("name", "text").Rollup("owed", "order", "customer", "sum", "amount").FormValid("[owed] <= 10", "欠款太多"),
            Form("order").Field("number", "text").Reference("customer", "customer").Field("amount", "number"));
        await database.AddAsync("customer", Value("name", "甲"));

        var result = await database.RunImportAsync("order", "number,customer,amount\nA,甲,5\nB,甲,50\nC,甲,4\n", skipErrors: true);

        Assert.Equal((1, 2), (result.Created, result.BadRows));
        Assert.Equal("C", await database.FindAsync("order"));
        Assert.Equal(4m, (await database.FindRowAsync("customer", "name", "甲")).Values[1]);
        Assert.Equal("", await database.ExamineAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Import_WhoseRowsNeedEachOther_LeavesOutThoseThatAreLeftAlone(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider,
            Form("team").Field("name", "text"),
            Form("player").Field("name", "text").Required().Reference("team", "team").FormValid("COUNT([team.player]) >= 2", "至少两人"));
        await database.AddAsync("team", Value("name", "甲"));
        await database.AddAsync("team", Value("name", "乙"));

        var result = await database.RunImportAsync("player", "name,team\nA,甲\n,甲\nC,乙\nD,乙\n", skipErrors: true);

        Assert.Equal((2, 2), (result.Created, result.BadRows));
        Assert.Equal("C D", await database.FindAsync("player"));
    }

    private static async Task<FieldDatabase> CreateStockAsync(DatabaseProvider provider)
    {
        var database = await FieldDatabase.CreateAsync(provider,
            Form("product").Field("name", "text").Field("received", "number"),
            Form("delivery").Field("number", "text").Lines("line", line => line.Reference("product", "product").Field("quantity", "number")
                .Valid("SUM([product.delivery-line:product.quantity]) <= [product.received]", "库存不足"), "sub-table"));
        await database.AddAsync("product", Value("name", "茶"), Value("received", "3"));
        return database;
    }

    private static Task<SaveResult> TakeAsync(FieldDatabase database, string product, params decimal[] quantities)
    {
        var lines = quantities.Select(quantity => new RecordInput { Values = new Dictionary<string, InputValue> { ["product"] = InputValue.Of(product), ["quantity"] = InputValue.Of(quantity) } });
        var delivery = new RecordInput { Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [.. lines] } };
        return database.Published.Pipeline.SaveAsync(new(database.Form("delivery"), [delivery], Actor.System, ChangeSource.Command), Cancellation);
    }

    private static RecordInput Order(params (string Key, InputValue Value)[] values) => new() { Values = values.ToDictionary(value => value.Key, value => value.Value) };

    private static Task<SaveResult> SaveAsync(FieldDatabase database, RecordInput input)
        => database.Published.Pipeline.SaveAsync(new(database.Form("order"), [input], Actor.System, ChangeSource.Command), Cancellation);

    private static string Describe(SaveResult result)
        => result is SaveResult.Invalid invalid ? string.Join("; ", invalid.Problems.Select(problem => $"{problem.Diagnostic.Code} {problem.Diagnostic.Path}")) : "";

    private static (string, InputValue) Value(string key, string text) => (key, InputValue.Of(text));
}
