using LowCodeErp.Core.Values;
using LowCodeErp.Data.Health;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>Fields that are computed when records are saved, through each way in which records and their lines may come.</summary>
public sealed class FormulaFieldTests
{
    private const int Total = 1;
    private const int Amount = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Save_RecordWithLines_StoresWhatTheFormulasGive(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Order());

        var id = await SaveAsync(database, "order", NewOrder("A1", (10m, 3m, 0.15m), (0.3333m, 1m, 0m)));

        Assert.Equal([25.5m, 0.3333m], await LineAmountsAsync(database, id));
        Assert.Equal(25.8333m, await TotalAsync(database, id));
        await AssertHealthyAsync(database);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_RecordWithoutNamingItsLines_ReadsTheStoredOnes(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Order());
        var id = await SaveAsync(database, "order", NewOrder("A1", (10m, 3m, 0m)));

        await SaveAsync(database, "order", new() { Id = id, Values = Values(("number", InputValue.Of("A2"))) });

        Assert.Equal(30m, await TotalAsync(database, id));
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_LinesWithoutTheirRecord_BringTheRecordUpToDate(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Order());
        var (first, second) = (await SaveAsync(database, "order", NewOrder("A1", (10m, 3m, 0m))), await SaveAsync(database, "order", NewOrder("A2")));

        var line = await SaveAsync(database, "order-line", NewLine((5m, 2m, 0m), first));
        Assert.Equal((40m, 0m), (await TotalAsync(database, first), await TotalAsync(database, second)));

        await SaveAsync(database, "order-line", new() { Id = line, Values = Values(("order", InputValue.Of((decimal)second))) });
        Assert.Equal((30m, 10m), (await TotalAsync(database, first), await TotalAsync(database, second)));

        Assert.IsType<SaveResult.Saved>(await Pipeline(database).DeleteAsync(Request(database, "order-line", new() { Id = line }), Cancellation));
        Assert.Equal(0m, await TotalAsync(database, second));
        await AssertHealthyAsync(database);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_LineOfARecord_TellsOfTheComputedChangeInItsHistory(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Order());
        var id = await SaveAsync(database, "order", NewOrder("A1"));

        await SaveAsync(database, "order-line", NewLine((5m, 2m, 0m), id));

        Assert.Contains("\"total\":[0,10", (string)(await database.QueryAsync("SELECT changes FROM sys_history WHERE form = 'order' AND version = 2"))!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_ValueForAComputedField_IsRefused()
    {
        await using var database = await PublishedDatabase.CreateAsync(DatabaseProvider.Sqlite, Order());
        var input = new RecordInput { Values = Values(("number", InputValue.Of("A1")), ("total", InputValue.Of(7m))) };

        var result = await Pipeline(database).SaveAsync(Request(database, "order", input), Cancellation);

        Assert.Equal(("record.field.computed", "total"), ProblemOf(result));
    }

    private static FormBuilder Order() => Form("order").Text("number").Number("total", scale: 4).Formula("SUM([line.amount])")
        .Lines("line", line => line.Number("price", scale: 4).Number("quantity").Number("discount", scale: 4)
            .Number("amount", scale: 4).Formula("[price] * [quantity] * (1 - [discount])"));

    private static RecordInput NewOrder(string number, params (decimal Price, decimal Quantity, decimal Discount)[] lines) => new()
    {
        Values = Values(("number", InputValue.Of(number))),
        Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [.. lines.Select(line => NewLine(line, null))] },
    };

    private static RecordInput NewLine((decimal Price, decimal Quantity, decimal Discount) line, long? order)
    {
        var values = Values(("price", InputValue.Of(line.Price)), ("quantity", InputValue.Of(line.Quantity)), ("discount", InputValue.Of(line.Discount)));
        if (order is { } id)
        {
            values.Add("order", InputValue.Of((decimal)id));
        }

        return new() { Values = values };
    }

    private static Dictionary<string, InputValue> Values(params (string Key, InputValue Value)[] values) => values.ToDictionary(value => value.Key, value => value.Value);

    private static SavePipeline Pipeline(PublishedDatabase database) => new(database.Store, database.Workspace, TimeProvider.System);

    private static SaveRequest Request(PublishedDatabase database, string form, RecordInput input)
        => new(database.Form(form), [input], Actor.System, ChangeSource.Command);

    private static async Task<long> SaveAsync(PublishedDatabase database, string form, RecordInput input)
    {
        var result = await Pipeline(database).SaveAsync(Request(database, form, input), Cancellation);
        Assert.True(result is SaveResult.Saved, (result as SaveResult.Invalid)?.Problems[0].Diagnostic.ToString());
        return ((SaveResult.Saved)result).Records.Single().Id;
    }

    private static (string Code, string Path) ProblemOf(SaveResult result)
    {
        var problem = Assert.Single(Assert.IsType<SaveResult.Invalid>(result).Problems).Diagnostic;
        return (problem.Code, problem.Path);
    }

    private static async Task<object?> TotalAsync(PublishedDatabase database, long order) => (await database.FindAsync("order", order))!.Values[Total];

    private static async Task<IEnumerable<object?>> LineAmountsAsync(PublishedDatabase database, long order)
    {
        await using var transaction = await database.BeginAsync();
        return (await transaction.ReadLinesAsync(database.Form("order-line"), [order], Cancellation)).Select(line => line.Values[Amount]).ToList();
    }

    private static async Task AssertHealthyAsync(PublishedDatabase database)
        => Assert.Empty(await new Doctor(database.Database.Connections, database.Workspace).ExamineAsync(Cancellation));
}
