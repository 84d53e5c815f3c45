using LowCodeErp.Core.Values;
using LowCodeErp.Data.Health;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>What the trash shows, and how it is emptied.</summary>
public sealed class TrashTests
{
    private static readonly Actor _clerk = new(null, "李文员", IsAdministrator: false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Trash_OfAForm_ShowsWhoDeletedWhatLastFirst(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var (first, second) = (await SaveAsync(database, "order", Order("A1", null)), await SaveAsync(database, "order", Order("B2", null)));
        await SaveAsync(database, "order", Order("A3", null));
        await DeleteAsync(database, "order", second);
        await DeleteAsync(database, "order", first, _clerk);

        var all = await database.Queries.ReadTrashAsync(new(database.Form("order")) { Take = 1 }, Actor.System, Cancellation);
        var found = await database.Queries.ReadTrashAsync(new(database.Form("order")) { Search = "b2" }, Actor.System, Cancellation);

        Assert.Equal((2, first, "李文员"), (all.TotalCount, all.Records.Single().Row.Id, all.Records.Single().DeletedBy));
        Assert.Equal((1, second, "system"), (found.TotalCount, found.Records.Single().Row.Id, found.Records.Single().DeletedBy));
    }

    [Theory]
    [EveryDatabase]
    public async Task Trash_Record_IsReadWithItsLinesAndItsHistory(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var id = await SaveAsync(database, "order", Order("A1", null, 5m, 7m));
        var inUse = await database.Queries.FindDeletedAsync(database.Form("order"), id, Actor.System, Cancellation);
        await DeleteAsync(database, "order", id);

        var deleted = await database.Queries.FindDeletedAsync(database.Form("order"), id, Actor.System, Cancellation);
        var lines = await database.Queries.ReadDeletedLinesAsync(database.Form("order")["line"], deleted!.Row, Actor.System, Cancellation);
        var history = await database.Queries.ReadHistoryAsync(database.Form("order"), id, Actor.System, Cancellation);

        Assert.Null(inUse);
        Assert.Equal([5m, 7m], lines.Select(line => line.Values[1]));
        Assert.Equal(["delete", "create"], history.Select(change => change.Action));
    }

    [Theory]
    [EveryDatabase]
    public async Task Purge_ByAnAdministrator_LeavesNothingButTheHistory(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var customer = await SaveAsync(database, "customer", new() { Values = Values(("name", InputValue.Of("甲"))) });
        var order = await SaveAsync(database, "order", Order("A1", customer, 5m));
        await DeleteAsync(database, "order", order);
        await DeleteAsync(database, "customer", customer);

        var tooEarly = await PurgeAsync(database, "customer", customer);
        var orders = await PurgeAsync(database, "order", order);
        var customers = await PurgeAsync(database, "customer", customer);

        Assert.Equal(["record.in-use-in-trash"], CodesOf(tooEarly));
        Assert.IsType<SaveResult.Saved>(orders);
        Assert.IsType<SaveResult.Saved>(customers);
        Assert.Equal(0L, Convert.ToInt64(await database.QueryAsync("SELECT (SELECT COUNT(*) FROM \"order\") + (SELECT COUNT(*) FROM order_line) + (SELECT COUNT(*) FROM customer)"), null));
        Assert.Equal(1L, Convert.ToInt64(await database.QueryAsync($"SELECT COUNT(*) FROM sys_history WHERE form = 'order' AND record_id = {order} AND action = 'purge'"), null));
        Assert.Empty(await new Doctor(database.Database.Connections, database.Workspace).ExamineAsync(Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Purge_OfRecordsThatReferToEachOther_Works(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("unit").Text("name").Reference("above", "unit"));
        var above = await SaveAsync(database, "unit", new() { Values = Values(("name", InputValue.Of("总部"))) });
        var below = await SaveAsync(database, "unit", new() { Values = Values(("name", InputValue.Of("分部")), ("above", InputValue.Of((decimal)above))) });
        await DeleteAsync(database, "unit", below);
        await DeleteAsync(database, "unit", above);

        Assert.IsType<SaveResult.Saved>(await PurgeAsync(database, "unit", above, below));
    }

    [Theory]
    [EveryDatabase]
    public async Task Purge_BySomebodyElseOrOfARecordInUse_IsRefused(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var id = await SaveAsync(database, "order", Order("A1", null));
        var inUse = await PurgeAsync(database, "order", id);
        await DeleteAsync(database, "order", id);

        var refused = await database.Pipeline.PurgeAsync(Request(database, "order", _clerk, id), Cancellation);

        Assert.IsType<SaveResult.Conflict>(inUse);
        Assert.Equal(["record.only-administrators-purge"], CodesOf(refused));
        Assert.NotNull(await database.Queries.FindDeletedAsync(database.Form("order"), id, Actor.System, Cancellation));
    }

    private static Task<PublishedDatabase> CreateAsync(DatabaseProvider provider) => PublishedDatabase.CreateAsync(
        provider,
        Form("customer").Text("name"),
        Form("order").Text("number").Reference("customer", "customer").Lines("line", line => line.Number("quantity")));

    private static async Task<long> SaveAsync(PublishedDatabase database, string form, RecordInput input)
        => Assert.IsType<SaveResult.Saved>(
            await database.Pipeline.SaveAsync(new(database.Form(form), [input], Actor.System, ChangeSource.Command), Cancellation)).Records.Single().Id;

    private static async Task DeleteAsync(PublishedDatabase database, string form, long id, Actor? actor = null)
        => Assert.IsType<SaveResult.Saved>(await database.Pipeline.DeleteAsync(Request(database, form, actor ?? Actor.System, id), Cancellation));

    private static Task<SaveResult> PurgeAsync(PublishedDatabase database, string form, params long[] ids)
        => database.Pipeline.PurgeAsync(Request(database, form, Actor.System, ids), Cancellation);

    private static SaveRequest Request(PublishedDatabase database, string form, Actor actor, params long[] ids)
        => new(database.Form(form), [.. ids.Select(id => new RecordInput { Id = id })], actor, ChangeSource.Command);

    private static IEnumerable<string> CodesOf(SaveResult result)
        => Assert.IsType<SaveResult.Invalid>(result).Problems.Select(problem => problem.Diagnostic.Code);

    private static RecordInput Order(string number, long? customer, params decimal[] quantities) => new()
    {
        Values = Values(("number", InputValue.Of(number)), ("customer", customer is { } id ? InputValue.Of((decimal)id) : InputValue.Blank)),
        Lines = new Dictionary<string, IReadOnlyList<RecordInput>>
        {
            ["line"] = [.. quantities.Select(quantity => new RecordInput { Values = Values(("quantity", InputValue.Of(quantity))) })],
        },
    };

    private static Dictionary<string, InputValue> Values(params (string Key, InputValue Value)[] values)
        => values.ToDictionary(value => value.Key, value => value.Value);
}
