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

    /// <summary>From the Friday before Spring Festival over its week to the Sunday that makes up for it.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Save_FormulaOverWorkingDays_CountsByTheCalendar(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(
            provider, Form("order").Text("number").Number("days").Formula("NETWORKDAYS(#2024-02-09#, #2024-02-18#)"));

        var id = await SaveAsync(database, "order", new() { Values = Values(("number", InputValue.Of("A1"))) });

        Assert.Equal(2m, (await database.FindAsync("order", id))!.Values[1]);
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

    [Theory]
    [EveryDatabase]
    public async Task Publish_ChangedFormulaOfLines_ComputesWhatIsStored(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Order());
        var id = await SaveAsync(database, "order", NewOrder("A1", (10m, 3m, 0.5m), (1m, 1m, 0m)));

        await database.PublishAsync(Order("[price] * [quantity]"));

        Assert.Equal([30m, 1m], await LineAmountsAsync(database, id));
        Assert.Equal(31m, await TotalAsync(database, id));
        Assert.Equal("publication", await database.QueryAsync("SELECT through FROM sys_history WHERE form = 'order' AND version = 2"));
        await AssertHealthyAsync(database);
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_ValuesThatDoNotFit_IsRefusedAndChangesNothing(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, BuiltInForm(null));
        await SaveAsync(database, "note", new() { Values = Values(("name", InputValue.Of("a")), ("size", InputValue.Of(99999999m))) });

        Assert.Equal("publish.not-computed", await database.RefuseAsync(BuiltInForm("[size] * [size]")));
        Assert.Null(database.Form("note").Find("area"));
    }

    [Fact]
    public async Task Publish_FormulaOverManyRecords_IsComputedInBatchesWithProgress()
    {
        await using var database = await PublishedDatabase.CreateAsync(DatabaseProvider.Sqlite, Form("order").Text("number").Number("price"));
        await database.InsertAsync("order", [.. Enumerable.Range(1, 100_000).Select(number => new object?[] { $"A{number}", (decimal)number })]);
        var progress = new LastReport();

        var result = await database.Publisher.PublishAsync(
            App.With(Form("order").Text("number").Number("price").Number("double").Formula("[price] * 2")), Actor.System, new() { Progress = progress }, Cancellation);

        Assert.NotNull(result.Version);
        Assert.Equal(100_000, progress.Value);
        Assert.Equal(0L, await database.QueryAsync("SELECT COUNT(*) FROM \"order\" WHERE \"double\" IS NULL OR \"double\" <> price * 2 OR version <> 2"));
        await AssertHealthyAsync(database);
    }

    [Fact]
    public async Task Publish_FormulaWithLabels_IsStoredWithKeysAndPublishedOnce()
    {
        var form = Form("order").Text("number").Number("price", "单价").Number("double").Formula("[单价]*2");
        await using var database = await PublishedDatabase.CreateAsync(DatabaseProvider.Sqlite, form);

        var again = await database.TryPublishAsync(form);

        Assert.False(again.IsChanged);
        Assert.Contains("[price] * 2", (string)(await database.QueryAsync("SELECT json FROM sys_definition WHERE kind = 'form'"))!, StringComparison.Ordinal);
    }

    [Theory]
    [EveryDatabase]
    public async Task Doctor_ComputedValueChangedPastTheSystem_IsTold(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Order());
        await SaveAsync(database, "order", NewOrder("A1", (10m, 3m, 0m)));
        await SaveAsync(database, "order", NewOrder("A2", (10m, 3m, 0m)));

        await database.ExecuteAsync("UPDATE \"order\" SET total = 31 WHERE number = 'A2'");

        var findings = await new Doctor(database.Database.Connections, database.Workspace).ExamineAsync(Cancellation);
        Assert.Equal(["health.formula order.total"], findings.Select(finding => $"{finding.Code} {finding.Path}"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_ThatBreaksACondition_IsRefusedWhereItStands(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Limited());
        var id = await SaveAsync(database, "order", NewOrder("A1", (10m, 3m, 0m)));

        Assert.Equal(("record.validation", "line[1].discount"), await RefuseAsync(database, "order", NewOrder("A2", (10m, 1m, 0m), (10m, 1m, 0.6m))));
        Assert.Equal(("record.validation", ""), await RefuseAsync(database, "order", NewOrder("A3", (100m, 2m, 0m))));
        Assert.Equal(("record.validation", ""), await RefuseAsync(database, "order-line", NewLine((100m, 1m, 0m), id)));
        await SaveAsync(database, "order-line", NewLine((70m, 1m, 0m), id));
    }

    [Fact]
    public async Task Save_ConditionOnAFieldLeftBlank_IsNotAsked()
    {
        await using var database = await PublishedDatabase.CreateAsync(DatabaseProvider.Sqlite, Limited());
        var line = new RecordInput { Values = Values(("price", InputValue.Of(1m)), ("quantity", InputValue.Of(1m))) };

        await SaveAsync(database, "order", NewOrder("A1") with { Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [line] } });
    }

    [Fact]
    public async Task Save_OfAFieldThatNoConditionReads_LeavesOldRecordsInPeace()
    {
        await using var database = await PublishedDatabase.CreateAsync(DatabaseProvider.Sqlite, Order());
        var id = await SaveAsync(database, "order", NewOrder("A1", (100m, 3m, 0m)));
        await database.PublishAsync(Limited());

        await SaveAsync(database, "order", new() { Id = id, Values = Values(("number", InputValue.Of("A2"))) });

        Assert.Equal(("record.validation", ""), await RefuseAsync(database, "order-line", NewLine((1m, 1m, 0m), id)));
    }

    [Fact]
    public async Task Save_ConditionWithTheValueBefore_SeesTheStoredOne()
    {
        var form = Form("order").Text("number").Number("price").FormValid("ISNEW() OR [price] >= OLD([price])", "价格只能上调");
        await using var database = await PublishedDatabase.CreateAsync(DatabaseProvider.Sqlite, form);
        var id = await SaveAsync(database, "order", new() { Values = Values(("number", InputValue.Of("A")), ("price", InputValue.Of(5m))) });

        await SaveAsync(database, "order", new() { Id = id, Values = Values(("price", InputValue.Of(6m))) });
        Assert.Equal(("record.validation", ""), await RefuseAsync(database, "order", new() { Id = id, Values = Values(("price", InputValue.Of(4m))) }));
    }

    [Fact]
    public async Task Save_FormOfAnOlderFormula_ComputesWithTheNewOne()
    {
        await using var database = await PublishedDatabase.CreateAsync(DatabaseProvider.Sqlite, Order());
        var old = Request(database, "order", NewOrder("A1", (10m, 3m, 0.5m)));
        await database.PublishAsync(Order("[price] * [quantity]"));

        var saved = Assert.IsType<SaveResult.Saved>(await Pipeline(database).SaveAsync(old, Cancellation));

        Assert.Equal(30m, await TotalAsync(database, saved.Records.Single().Id));
    }

    private static async Task<(string Code, string Path)> RefuseAsync(PublishedDatabase database, string form, RecordInput input)
        => ProblemOf(await Pipeline(database).SaveAsync(Request(database, form, input), Cancellation));

    private static FormBuilder BuiltInForm(string? formula)
    {
        var form = Form("note").Text("name").Number("size", scale: 0);
        return formula is null ? form : form.Number("area", precision: 15, scale: 0).Formula(formula);
    }

    /// <summary>At most 50 % discount on a line and 100 on the order.</summary>
    private static FormBuilder Limited() => Order(valid: true);

    private static FormBuilder Order(string amount = "[price] * [quantity] * (1 - [discount])", bool valid = false)
    {
        FormBuilder Lines(FormBuilder line)
        {
            var discount = line.Number("price", scale: 4).Number("quantity").Number("discount", scale: 4);
            return (valid ? discount.Valid("[discount] <= 0.5", "折扣不能超过五折") : discount).Number("amount", scale: 4).Formula(amount);
        }

        var order = Form("order").Text("number").Number("total", scale: 4).Formula("SUM([line.amount])").Lines("line", Lines);
        return valid ? order.FormValid("[total] <= 100", "订单金额不能超过 100") : order;
    }

    private sealed class LastReport : IProgress<int>
    {
        public int Value { get; private set; }

        public void Report(int value) => Value = value;
    }

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

    private static SavePipeline Pipeline(PublishedDatabase database) => database.Pipeline;

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
