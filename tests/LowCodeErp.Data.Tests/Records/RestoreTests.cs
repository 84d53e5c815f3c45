using LowCodeErp.Core.Values;
using LowCodeErp.Data.Health;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>Records that come back from the trash.</summary>
public sealed class RestoreTests
{
    private const int Total = 1;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Restore_RecordWithLines_BringsBackThoseThatWentWithIt(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var id = await SaveAsync(database, Order("A1", null, 3m, 1m, 2m));
        var lines = await LinesAsync(database, id);
        await SaveAsync(database, new() { Id = id, Lines = Lines([Line(20m, lines[2].Id), Line(30m, lines[0].Id)]) });
        await DeleteAsync(database, "order", id);

        var restored = Assert.IsType<SaveResult.Saved>(await RestoreAsync(database, "order", id));

        Assert.Equal(4, restored.Records.Single().Version);
        Assert.Equal([20m, 30m], (await LinesAsync(database, id)).Select(line => line.Values[1]));
        Assert.Equal(50m, (await database.FindAsync("order", id))!.Values[Total]);
        Assert.Equal(["create", "update", "delete", "restore"], (await HistoryAsync(database, id)).Select(entry => Enum.GetName(entry.Action)!.ToLowerInvariant()));
        Assert.Contains("\"number\":[null,\"A1\"]", (await HistoryAsync(database, id))[^1].Changes, StringComparison.Ordinal);
        Assert.Empty(await new Doctor(database.Database.Connections, database.Workspace).ExamineAsync(Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Restore_NumberUsedMeanwhile_RestoresNothingAndNamesIt(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var (first, second) = (await SaveAsync(database, Order("A1", null)), await SaveAsync(database, Order("A2", null)));
        await DeleteAsync(database, "order", first, second);
        await SaveAsync(database, Order("A2", null));

        var refused = Assert.IsType<SaveResult.Invalid>(await RestoreAsync(database, "order", first, second));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal((1, "record.taken-meanwhile", "number"), (problem.Index, problem.Diagnostic.Code, problem.Diagnostic.Path));
        Assert.Contains("“A2”", problem.Diagnostic.Message.Chinese, StringComparison.Ordinal);
        Assert.Null(await database.FindAsync("order", first));
    }

    [Theory]
    [EveryDatabase]
    public async Task Restore_TwoWithTheSameNumber_IsRefused(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var first = await SaveAsync(database, Order("A1", null));
        await DeleteAsync(database, "order", first);
        var second = await SaveAsync(database, Order("A1", null));
        await DeleteAsync(database, "order", second);

        var refused = await RestoreAsync(database, "order", first, second);

        Assert.Equal(["record.taken-meanwhile"], CodesOf(refused));
    }

    [Theory]
    [EveryDatabase]
    public async Task Restore_TargetInTheTrash_WaitsForTheTarget(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var customer = await SaveAsync(database, new() { Values = Values(("name", InputValue.Of("甲"))) }, "customer");
        var order = await SaveAsync(database, Order("A1", customer));
        await DeleteAsync(database, "order", order);
        await DeleteAsync(database, "customer", customer);

        var refused = await RestoreAsync(database, "order", order);
        var target = await RestoreAsync(database, "customer", customer);
        var restored = await RestoreAsync(database, "order", order);

        Assert.Equal(["record.target-deleted"], CodesOf(refused));
        Assert.IsType<SaveResult.Saved>(target);
        Assert.IsType<SaveResult.Saved>(restored);
    }

    [Theory]
    [EveryDatabase]
    public async Task Restore_WhatIsNotInTheTrash_IsAConflict(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var id = await SaveAsync(database, Order("A1", null));
        var inUse = await RestoreAsync(database, "order", id);
        await DeleteAsync(database, "order", id);
        var older = await database.Pipeline.RestoreAsync(Request(database, "order", new RecordInput { Id = id, Version = 1 }), Cancellation);

        Assert.Equal(id, Assert.IsType<SaveResult.Conflict>(inUse).Change.RecordId);
        Assert.Equal(id, Assert.IsType<SaveResult.Conflict>(older).Change.RecordId);
    }

    /// <summary>What other records decide is decided again.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Restore_AgainstAValidation_IsRefused(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number").Number("quantity"));
        var id = await SaveAsync(database, new() { Values = Values(("number", InputValue.Of("A1")), ("quantity", InputValue.Of(7m))) });
        await DeleteAsync(database, "order", id);
        await database.PublishAsync(Form("order").Text("number").Number("quantity").Valid("[quantity] < 5", "太多"));

        Assert.Equal(["record.validation"], CodesOf(await RestoreAsync(database, "order", id)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Restore_ManyRecords_AsksAsOftenAsForTwo(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var many = await SaveManyAsync(database, 150);

        var two = await CountStatementsAsync(database, many[..2]);
        var rest = await CountStatementsAsync(database, many[2..]);

        // SQLite works in-process and is told of each record, line and entry of the history by itself.
        var writes = provider == DatabaseProvider.Sqlite ? (many.Length - 4) * 4 : 0;
        Assert.InRange(rest, two, two + writes + 4);
        Assert.NotNull(await database.FindAsync("order", many[^1]));
    }

    private static Task<PublishedDatabase> CreateAsync(DatabaseProvider provider) => PublishedDatabase.CreateAsync(
        provider,
        Form("customer").Text("name"),
        Form("order").Text("number", unique: true).Number("total").Formula("SUM(MAP([line], [quantity]))").Reference("customer", "customer")
            .Lines("line", line => line.Number("quantity")));

    private static async Task<long[]> SaveManyAsync(PublishedDatabase database, int count)
    {
        var inputs = Enumerable.Range(1, count).Select(number => Order($"A{number}", null, number)).ToArray();
        var saved = Assert.IsType<SaveResult.Saved>(await database.Pipeline.SaveAsync(Request(database, "order", inputs), Cancellation));
        var ids = saved.Records.Select(record => record.Id).ToArray();
        await DeleteAsync(database, "order", ids);
        return ids;
    }

    private static async Task<int> CountStatementsAsync(PublishedDatabase database, long[] ids)
    {
        await using var transaction = await database.BeginAsync();
        Assert.IsType<SaveResult.Saved>(await database.Pipeline.RestoreAsync(Request(database, "order", ById(ids)), transaction, Cancellation));
        await transaction.CommitAsync(Cancellation);
        return transaction.StatementCount;
    }

    private static async Task<long> SaveAsync(PublishedDatabase database, RecordInput input, string form = "order")
        => Assert.IsType<SaveResult.Saved>(await database.Pipeline.SaveAsync(Request(database, form, input), Cancellation)).Records.Single().Id;

    private static async Task DeleteAsync(PublishedDatabase database, string form, params long[] ids)
        => Assert.IsType<SaveResult.Saved>(await database.Pipeline.DeleteAsync(Request(database, form, ById(ids)), Cancellation));

    private static Task<SaveResult> RestoreAsync(PublishedDatabase database, string form, params long[] ids)
        => database.Pipeline.RestoreAsync(Request(database, form, ById(ids)), Cancellation);

    private static IEnumerable<string> CodesOf(SaveResult result)
        => Assert.IsType<SaveResult.Invalid>(result).Problems.Select(problem => problem.Diagnostic.Code);

    private static async Task<IReadOnlyList<StoredRecord>> LinesAsync(PublishedDatabase database, long id)
    {
        await using var transaction = await database.BeginAsync();
        return await transaction.ReadLinesAsync(database.Form("order").Find("line")!.Lines!, [id], Cancellation);
    }

    private static async Task<List<HistoryEntry>> HistoryAsync(PublishedDatabase database, long id)
    {
        await using var platform = database.OpenPlatform();
        return await platform.History.Where(entry => entry.Form == "order" && entry.RecordId == id).OrderBy(entry => entry.Version).ToListAsync(Cancellation);
    }

    private static SaveRequest Request(PublishedDatabase database, string form, params RecordInput[] inputs)
        => new(database.Form(form), inputs, Actor.System, ChangeSource.Command);

    private static RecordInput[] ById(long[] ids) => [.. ids.Select(id => new RecordInput { Id = id })];

    private static RecordInput Order(string number, long? customer, params decimal[] quantities) => new()
    {
        Values = Values(("number", InputValue.Of(number)), ("customer", customer is { } id ? InputValue.Of((decimal)id) : InputValue.Blank)),
        Lines = Lines([.. quantities.Select(quantity => Line(quantity))]),
    };

    private static RecordInput Line(decimal quantity, long? id = null) => new() { Id = id, Values = Values(("quantity", InputValue.Of(quantity))) };

    private static Dictionary<string, IReadOnlyList<RecordInput>> Lines(IReadOnlyList<RecordInput> lines) => new() { ["line"] = lines };

    private static Dictionary<string, InputValue> Values(params (string Key, InputValue Value)[] values)
        => values.ToDictionary(value => value.Key, value => value.Value);
}
