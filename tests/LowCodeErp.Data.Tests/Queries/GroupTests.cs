using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Queries;

public sealed class GroupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>0.1 + 0.2 is 0.3 in the database's own arithmetic too.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Groups_ByEachKind_AreCountedAndSummedExactlyLargestFirst(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var form = database.Form("order");

        Assert.Equal([("done", 3, 0.6m), ("open", 2, 100m), (null, 1, 0m)], Describe(await ReadAsync(database, form, "status"), key => (string?)key));
        Assert.Equal([(true, 3, 0.4m), (null, 2, 0.2m), (false, 1, 100m)], Describe(await ReadAsync(database, form, "paid"), key => (bool?)key));
        Assert.Equal([(new DateOnly(2026, 3, 1), 5, 100.6m), (null, 1, 0m)], Describe(await ReadAsync(database, form, "day"), key => (DateOnly?)key));
        var customers = await ReadAsync(database, form, "customer");
        Assert.Equal([("甲", 4, 0.6m), ("乙", 2, 100m)], customers.Groups.Select(group => (group.Title!, group.Count, group.Sums[0])));
    }

    [Theory]
    [EveryDatabase]
    public async Task Groups_OfAQuery_AreOfWhatItFindsAndNoMoreThanAsked(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var form = database.Form("order");
        var done = new RecordQuery(form) { Where = new Condition.Compare(FieldPath.Find(form, "status")!, ComparisonOperator.Equal, Value.Of("done")), Skip = 3, Take = 1 };

        var found = await database.Queries.ReadGroupsAsync(done, new(form["customer"], [form["amount"]], 10), Actor.System, Cancellation);
        var cut = await database.Queries.ReadGroupsAsync(new(form), new(form["status"], [], 2), Actor.System, Cancellation);

        Assert.Equal([("甲", 3, 0.6m)], found.Groups.Select(group => (group.Title!, group.Count, group.Sums[0])));
        Assert.False(found.HasMore);
        Assert.Equal((2, true), (cut.Groups.Count, cut.HasMore));
    }

    private static async Task<PublishedDatabase> CreateAsync(DatabaseProvider provider)
    {
        var database = await PublishedDatabase.CreateAsync(
            provider,
            Form("customer").Text("name"),
            Form("order").Text("status", length: 20).Number("amount").Boolean("paid").Date("day").Reference("customer", "customer"));
        var first = await database.InsertAsync("customer", ["甲"], ["乙"]);
        var day = new DateOnly(2026, 3, 1);
        await database.InsertAsync(
            "order",
            ["done", 0.1m, true, day, first],
            ["done", 0.2m, null, day, first],
            ["done", 0.3m, true, day, first],
            ["open", 100m, false, day, first + 1],
            ["open", null, true, day, first + 1],
            [null, null, null, null, first]);
        return database;
    }

    private static Task<RecordGroups> ReadAsync(PublishedDatabase database, FormModel form, string by)
        => database.Queries.ReadGroupsAsync(new(form), new(form[by], [form["amount"]], 10), Actor.System, Cancellation);

    private static IEnumerable<(T Key, int Count, decimal Sum)> Describe<T>(RecordGroups groups, Func<object?, T> read)
        => groups.Groups.Select(group => (read(group.Key.Content), group.Count, group.Sums[0]));
}
