using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Health;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Rollups;

/// <summary>Fields that are added up from records which refer to their record.</summary>
public sealed class RollupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Save_Records_RollsThemUpInEveryWay(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var bill = await SaveAsync(database, "bill", ("name", "B1"), ("total", 100m));
        await SaveAsync(database, "receipt", ("name", "R1"), ("bill", bill), ("amount", 10.5m), ("day", Day(3)), ("state", "ok"));
        await SaveAsync(database, "receipt", ("name", "R2"), ("bill", bill), ("amount", 20.25m), ("day", Day(9)), ("state", "ok"));
        await SaveAsync(database, "receipt", ("name", "R3"), ("bill", bill), ("amount", 7m), ("day", Day(5)), ("state", "draft"));

        var stored = await ValuesAsync(database, "bill", bill);

        Assert.Equal(
            [30.75m, 3m, 2m, 7m, Day(9), 12.58m, "R1", "R2", 69.25m],
            Pick(database.Form("bill"), stored, "paid", "receipts", "states", "least", "latest", "mean", "first", "last", "open"));
        await AssertHealthyAsync(database);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_NewRecordWithoutOthers_HasZeroOfWhatIsAddedUpAndBlanks(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        var bill = await SaveAsync(database, "bill", ("name", "B1"), ("total", 100m));

        Assert.Equal(
            [0m, 0m, 0m, null, null, null, null, null, 100m],
            Pick(database.Form("bill"), await ValuesAsync(database, "bill", bill), "paid", "receipts", "states", "least", "latest", "mean", "first", "last", "open"));
        await AssertHealthyAsync(database);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_MovedDeletedAndChanged_BringsEveryRecordUpToDate(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var (first, second) = (await SaveAsync(database, "bill", ("name", "B1"), ("total", 100m)), await SaveAsync(database, "bill", ("name", "B2"), ("total", 50m)));
        var receipt = await SaveAsync(database, "receipt", ("name", "R1"), ("bill", first), ("amount", 10m), ("state", "ok"));

        await UpdateAsync(database, "receipt", receipt, ("bill", second));
        Assert.Equal([100m, 40m], [await OpenAsync(database, first), await OpenAsync(database, second)]);

        await UpdateAsync(database, "receipt", receipt, ("amount", 15m));
        Assert.Equal(35m, await OpenAsync(database, second));

        await UpdateAsync(database, "receipt", receipt, ("state", "draft"));
        Assert.Equal(50m, await OpenAsync(database, second));

        await UpdateAsync(database, "receipt", receipt, ("state", "ok"));
        Assert.IsType<SaveResult.Saved>(await database.Pipeline.DeleteAsync(Request(database, "receipt", new RecordInput { Id = receipt }), Cancellation));
        Assert.Equal(50m, await OpenAsync(database, second));
        await AssertHealthyAsync(database);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_RecordThatOthersRollUpInto_KeepsTheirRollupsAndVersion(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var bill = await SaveAsync(database, "bill", ("name", "B1"), ("total", 100m));
        await SaveAsync(database, "receipt", ("name", "R1"), ("bill", bill), ("amount", 10m), ("state", "ok"));

        // A page that was opened before the receipt came still saves.
        var result = await database.Pipeline.SaveAsync(Request(database, "bill", Input(bill, ("total", 80m)) with { Version = 1 }), Cancellation);

        Assert.Equal(2, Assert.IsType<SaveResult.Saved>(result).Records.Single().Version);
        Assert.Equal(70m, await OpenAsync(database, bill));
        Assert.Equal(0L, await database.QueryAsync("SELECT COUNT(*) FROM sys_history WHERE form = 'bill' AND changes LIKE '%paid\":[0%'"));
        await AssertHealthyAsync(database);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_ThroughSeveralForms_FollowsToTheTop(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var customer = await SaveAsync(database, "customer", ("name", "C1"));
        var bill = await SaveAsync(database, "bill", ("name", "B1"), ("total", 100m), ("customer", customer));
        await SaveAsync(database, "bill", ("name", "B2"), ("total", 50m), ("customer", customer));
        await SaveAsync(database, "receipt", ("name", "R1"), ("bill", bill), ("amount", 60m), ("state", "ok"));

        var values = await ValuesAsync(database, "customer", customer);

        Assert.Equal([90m, 1m, "good"], Pick(database.Form("customer"), values, "owed", "large", "grade"));
        await AssertHealthyAsync(database);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_ConditionOnAReferredRecord_FollowsThatRecordToo(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var product = await SaveAsync(database, "product", ("name", "P1"));
        var other = await SaveAsync(database, "product", ("name", "P2"));
        var lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [Input(null, ("product", product), ("quantity", 3m)), Input(null, ("product", product), ("quantity", 4m)), Input(null, ("product", other), ("quantity", 5m))] };
        var note = await SaveAsync(database, "note", Input(null, ("name", "N1"), ("state", "draft")) with { Lines = lines });
        Assert.Equal([0m, 0m], [await ShippedAsync(database, product), await ShippedAsync(database, other)]);

        await UpdateAsync(database, "note", note, ("state", "sent"));
        Assert.Equal([7m, 5m], [await ShippedAsync(database, product), await ShippedAsync(database, other)]);

        await database.Pipeline.DeleteAsync(Request(database, "note", new RecordInput { Id = note }), Cancellation);
        Assert.Equal([0m, 0m], [await ShippedAsync(database, product), await ShippedAsync(database, other)]);
        await AssertHealthyAsync(database);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_WhatBreaksAConditionAbove_IsRefusedWithItsMessage(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var bill = await SaveAsync(database, "bill", ("name", "B1"), ("total", 100m));

        var input = Input(null, ("name", "R1"), ("bill", bill), ("amount", 100.01m), ("state", "ok"));
        var result = await database.Pipeline.SaveAsync(Request(database, "receipt", input), Cancellation);

        Assert.Contains("never below zero", Assert.IsType<SaveResult.Invalid>(result).Problems.Single().Diagnostic.Message.ToString(), StringComparison.Ordinal);
        Assert.Equal(100m, await OpenAsync(database, bill));
        await AssertHealthyAsync(database);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_BySeveralAtOnceBeyondACondition_LetsInOnlyWhatFits(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var bill = await SaveAsync(database, "bill", ("name", "B1"), ("total", 100m));

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(index => Task.Run(() => database.Pipeline.SaveAsync(
            Request(database, "receipt", Input(null, ("name", $"R{index}"), ("bill", bill), ("amount", 40m), ("state", "ok"))), Cancellation), Cancellation)));

        Assert.Equal(2, results.Count(result => result is SaveResult.Saved));
        Assert.Equal(20m, await OpenAsync(database, bill));
        await AssertHealthyAsync(database);
    }

    [Theory]
    [EveryDatabase]
    public async Task Restore_RecordsOfBothForms_RollsThemUpAgain(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var bill = await SaveAsync(database, "bill", ("name", "B1"), ("total", 100m));
        var receipt = await SaveAsync(database, "receipt", ("name", "R1"), ("bill", bill), ("amount", 30m), ("state", "ok"));
        var (billRequest, receiptRequest) = (Request(database, "bill", new RecordInput { Id = bill }), Request(database, "receipt", new RecordInput { Id = receipt }));
        Assert.IsType<SaveResult.Saved>(await database.Pipeline.DeleteAsync(receiptRequest, Cancellation));
        Assert.IsType<SaveResult.Saved>(await database.Pipeline.DeleteAsync(billRequest, Cancellation));

        Assert.IsType<SaveResult.Saved>(await database.Pipeline.RestoreAsync(billRequest, Cancellation));
        Assert.Equal(100m, await OpenAsync(database, bill));
        Assert.IsType<SaveResult.Saved>(await database.Pipeline.RestoreAsync(receiptRequest, Cancellation));
        Assert.Equal(70m, await OpenAsync(database, bill));
        await AssertHealthyAsync(database);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_ManyRecords_TakesAsManyStatementsAsFew(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var bills = new List<long>();
        for (var index = 0; index < 40; index++)
        {
            bills.Add(await SaveAsync(database, "bill", ("name", $"B{index}"), ("total", 100m)));
        }

        Assert.Equal(await CountStatementsAsync(database, bills.Take(2)), await CountStatementsAsync(database, bills) - WritesOfSqlite(provider, 38));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_NewAndChangedRollup_FillsExistingRecords(DatabaseProvider provider)
    {
        static FormBuilder[] Forms(Func<FormBuilder, FormBuilder> more) =>
        [
            more(Form("bill").Text("name").Number("total")),
            Form("receipt").Text("name").Reference("bill", "bill").Number("amount"),
        ];
        await using var database = await PublishedDatabase.CreateAsync(provider, Forms(bill => bill));
        var bill = await SaveAsync(database, "bill", ("name", "B1"), ("total", 100m));
        var lonely = await SaveAsync(database, "bill", ("name", "B2"), ("total", 7m));
        await SaveAsync(database, "receipt", ("name", "R1"), ("bill", bill), ("amount", 10m));
        await SaveAsync(database, "receipt", ("name", "R2"), ("bill", bill), ("amount", 30m));

        await database.PublishAsync(Forms(form => form.Rollup("paid", "receipt", "bill", "sum", "amount").Number("open").Formula("[total] - [paid]")));
        Assert.Equal([60m, 7m], [await OpenAsync(database, bill), await OpenAsync(database, lonely)]);

        await database.PublishAsync(Forms(form => form.Rollup("paid", "receipt", "bill", "sum", "amount", "[amount] > 10").Number("open").Formula("[total] - [paid]")));
        Assert.Equal([70m, 7m], [await OpenAsync(database, bill), await OpenAsync(database, lonely)]);
        await AssertHealthyAsync(database);
    }

    [Theory]
    [EveryDatabase]
    public async Task Find_ByARollup_FindsAndSortsAsByAnyColumn(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var bill = await SaveAsync(database, "bill", ("name", "B1"), ("total", 100m));
        await SaveAsync(database, "bill", ("name", "B2"), ("total", 100m));
        await SaveAsync(database, "receipt", ("name", "R1"), ("bill", bill), ("amount", 10m), ("state", "ok"));
        var paid = FieldPath.Of(database.Form("bill")["paid"]);
        var query = new RecordQuery(database.Form("bill")) { Where = new Condition.Compare(paid, ComparisonOperator.Greater, new(ValueKind.Number, 0m)) };

        Assert.Equal(bill, (await database.Queries.ReadPageAsync(query, Actor.System, Cancellation)).Rows.Single().Id);
        var sorted = await database.Queries.ReadPageAsync(new RecordQuery(database.Form("bill")) { Sort = [new(paid)] }, Actor.System, Cancellation);
        Assert.Equal([0m, 10m], sorted.Rows.Select(row => row[database.Form("bill")["paid"]].Content));
    }

    [Theory]
    [EveryDatabase]
    public async Task Doctor_RollupThatWasChangedPastTheSystem_TellsOfIt(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var bill = await SaveAsync(database, "bill", ("name", "B1"), ("total", 100m));
        await SaveAsync(database, "bill", ("name", "B2"), ("total", 100m));
        await SaveAsync(database, "receipt", ("name", "R1"), ("bill", bill), ("amount", 10m), ("state", "ok"));

        await database.ExecuteAsync($"UPDATE bill SET least = NULL WHERE id = {bill}");

        var finding = Assert.Single(await new Doctor(database.Database.Connections, database.Workspace).ExamineAsync(Cancellation));
        Assert.Equal(("health.rollup", "bill.least"), (finding.Code, finding.Path));
    }

    [Fact]
    public async Task Import_IntoARollup_IsRefusedByName()
    {
        await using var database = await CreateAsync(DatabaseProvider.Sqlite);
        var diagnostics = new DiagnosticBag();
        using var stream = new MemoryStream("name,paid\nB1,3"u8.ToArray());
        using var reader = SpreadsheetReader.Open(stream, "bills.csv", new(), diagnostics)!;

        ImportPlan.Make(database.Form("bill"), reader, new() { Columns = new Dictionary<string, string> { ["paid"] = "paid" } }, null, diagnostics);

        Assert.Equal("import.field.rollup", Assert.Single(diagnostics.Items).Code);
    }

    [Fact]
    public async Task Save_ValueForARollup_IsRefused()
    {
        await using var database = await CreateAsync(DatabaseProvider.Sqlite);

        var result = await database.Pipeline.SaveAsync(Request(database, "bill", Input(null, ("name", "B1"), ("paid", 3m))), Cancellation);

        Assert.Equal("record.field.rollup", Assert.IsType<SaveResult.Invalid>(result).Problems.Single().Diagnostic.Code);
    }

    private static Task<PublishedDatabase> CreateAsync(DatabaseProvider provider) => PublishedDatabase.CreateAsync(
        provider,
        Form("customer").Text("name")
            .Rollup("owed", "bill", "customer", "sum", "open")
            .Rollup("large", "bill", "customer", "count", where: "[open] >= 50")
            .Text("grade").Formula("IF([owed] > 100, \"bad\", \"good\")"),
        Form("bill").Text("name").Number("total").Reference("customer", "customer")
            .Rollup("paid", "receipt", "bill", "sum", "amount", "[state] = \"ok\"")
            .Rollup("receipts", "receipt", "bill", "count")
            .Rollup("states", "receipt", "bill", "distinct", "state")
            .Rollup("least", "receipt", "bill", "min", "amount")
            .Rollup("latest", "receipt", "bill", "max", "day")
            .Rollup("mean", "receipt", "bill", "average", "amount")
            .Rollup("first", "receipt", "bill", "first", "name", orderBy: "day")
            .Rollup("last", "receipt", "bill", "last", "name", orderBy: "day")
            .Number("open").Formula("[total] - [paid]")
            .FormValid("[open] >= 0", "never below zero"),
        Form("receipt").Text("name").Reference("bill", "bill").Number("amount").Date("day").Text("state"),
        Form("product").Text("name").Rollup("shipped", "note-line", "product", "sum", "quantity", "[note.state] = \"sent\""),
        Form("note").Text("name").Text("state").Lines("line", line => line.Reference("product", "product").Number("quantity")));

    private static int WritesOfSqlite(DatabaseProvider provider, int more)
        => provider == DatabaseProvider.Sqlite ? more * 3 : 0;

    /// <summary>Of one request that adds a receipt to each bill; what is written of each record alone is counted apart.</summary>
    private static async Task<int> CountStatementsAsync(PublishedDatabase database, IEnumerable<long> bills)
    {
        await using var transaction = await database.BeginAsync();
        RecordInput[] inputs = [.. bills.Select(bill => Input(null, ("name", "R"), ("bill", bill), ("amount", 1m), ("state", "ok")))];
        Assert.IsType<SaveResult.Saved>(await database.Pipeline.SaveAsync(Request(database, "receipt", inputs), transaction, Cancellation));
        await transaction.CommitAsync(Cancellation);
        return transaction.StatementCount;
    }

    private static async Task AssertHealthyAsync(PublishedDatabase database)
        => Assert.Empty(await new Doctor(database.Database.Connections, database.Workspace).ExamineAsync(Cancellation));

    private static DateOnly Day(int day) => new(2026, 11, day);

    private static async Task<object?> OpenAsync(PublishedDatabase database, long bill) => (await ValuesAsync(database, "bill", bill))[database.Form("bill")["open"].Ordinal];

    private static async Task<object?> ShippedAsync(PublishedDatabase database, long product) => (await ValuesAsync(database, "product", product))[1];

    private static async Task<object?[]> ValuesAsync(PublishedDatabase database, string form, long id) => (await database.FindAsync(form, id))!.Values;

    private static object?[] Pick(FormModel form, object?[] values, params string[] keys) => [.. keys.Select(key => values[form[key].Ordinal])];

    private static Task<long> SaveAsync(PublishedDatabase database, string form, params (string Key, object Value)[] values)
        => SaveAsync(database, form, Input(null, values));

    private static async Task<long> SaveAsync(PublishedDatabase database, string form, RecordInput input)
    {
        var result = await database.Pipeline.SaveAsync(Request(database, form, input), Cancellation);
        return result is SaveResult.Saved saved ? saved.Records.Single().Id : throw new InvalidOperationException($"{result}: {string.Join("; ", (result as SaveResult.Invalid)?.Problems ?? [])}");
    }

    private static Task<long> UpdateAsync(PublishedDatabase database, string form, long id, params (string Key, object Value)[] values)
        => SaveAsync(database, form, Input(id, values));

    private static SaveRequest Request(PublishedDatabase database, string form, params RecordInput[] inputs)
        => new(database.Form(form), inputs, Actor.System, ChangeSource.Page);

    private static RecordInput Input(long? id, params (string Key, object Value)[] values) => new()
    {
        Id = id,
        Values = values.ToDictionary(value => value.Key, value => InputValue.Of(new Value(KindOf(value.Value), value.Value is long reference ? reference : value.Value))),
    };

    private static ValueKind KindOf(object value) => value switch
    {
        string => ValueKind.Text,
        decimal => ValueKind.Number,
        DateOnly => ValueKind.Date,
        _ => ValueKind.Reference,
    };
}
