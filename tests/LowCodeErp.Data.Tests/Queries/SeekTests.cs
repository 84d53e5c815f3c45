using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Queries;

/// <summary>Pages that begin beside a record, and numbers of records that are estimated.</summary>
public sealed class SeekTests(SalesSample sample)
{
    private const int PageSize = 7;

    private static readonly FormModel _customer = SalesSample.Workspace.FindForm("customer")!;

    private static readonly FieldPath[] _sorted = [.. "code name credit since seen-at".Split(' ').Select(field => FieldPath.Find(_customer, field)!)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Seek_EveryKindForthAndBack_ShowsEachRecordOnceInOrder(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        foreach (var sort in Sorts())
        {
            var query = new RecordQuery(_customer) { Sort = sort };
            var whole = (await database.Queries.ReadPageAsync(query, Actor.System, Cancellation)).Rows.Select(row => row.Id).ToList();
            var (forth, last) = await WalkAsync(database, query, null);
            var (back, _) = await WalkAsync(database, query, last);

            Assert.Equal(whole, forth);
            Assert.Equal(whole[..^1], back);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Seek_WithAConditionAndASearch_StaysWithinThem(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        var query = new RecordQuery(_customer)
        {
            Where = new Condition.IsNotBlank(FieldPath.Find(_customer, "credit")!), Search = "1", Sort = [new(FieldPath.Find(_customer, "name")!)],
        };

        var whole = await database.Queries.ReadPageAsync(query, Actor.System, Cancellation);
        var (forth, _) = await WalkAsync(database, query, null);

        Assert.NotEmpty(forth);
        Assert.Equal(whole.Rows.Select(row => row.Id), forth);
    }

    [Fact]
    public void Suits_OrdersWithoutAPlaceOfTheirOwn_AreLeftToOffsets()
    {
        SortOrder OrderOf(string path) => new(FieldPath.Find(_customer, path)!);

        Assert.True(SeekMark.Suits([]));
        Assert.True(SeekMark.Suits([OrderOf("name")]));
        Assert.False(SeekMark.Suits([OrderOf("region")]));
        Assert.False(SeekMark.Suits([OrderOf("region.name")]));
        Assert.False(SeekMark.Suits([OrderOf("name"), OrderOf("credit")]));
    }

    [Theory]
    [EveryDatabase]
    public async Task Count_BeyondTheLimit_IsRoughAndBelowItExact(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number"));
        await database.InsertAsync("order", [.. Enumerable.Range(0, 1_000).Select(number => new object?[] { $"A{number % 4}" })]);
        var query = new RecordQuery(database.Form("order")) { Take = 10, CountsUpTo = 100 };

        var all = await database.Queries.ReadPageAsync(query, Actor.System, Cancellation);
        var quarter = await database.Queries.ReadPageAsync(query with { Search = "A3" }, Actor.System, Cancellation);
        var exact = await database.Queries.ReadPageAsync(query with { Search = "A3", CountsUpTo = 250 }, Actor.System, Cancellation);
        var beyond = await database.Queries.ReadPageAsync(query with { Skip = 5_000 }, Actor.System, Cancellation);

        Assert.True(all.IsEstimate && quarter.IsEstimate && !exact.IsEstimate && !beyond.IsEstimate);
        Assert.InRange(all.TotalCount, 950, 1_050);
        Assert.InRange(quarter.TotalCount, 230, 270);
        Assert.Equal((250, 1_000), (exact.TotalCount, beyond.TotalCount));
    }

    private static IEnumerable<IReadOnlyList<SortOrder>> Sorts()
        => _sorted.SelectMany(field => new SortOrder[] { new(field), new(field, Descending: true) }).Select(order => (IReadOnlyList<SortOrder>)[order]).Prepend([]);

    /// <param name="from">Null: forwards from the first page; else backwards from this record.</param>
    private static async Task<(List<long> Ids, RecordRow Last)> WalkAsync(SampleDatabase database, RecordQuery query, RecordRow? from)
    {
        var (ids, edge, isBackward) = (new List<long>(), from, from is not null);
        while (true)
        {
            var seek = edge is null ? null : new SeekMark(edge.Id, query.Sort is [var order] ? edge[order.Field.Field] : Value.Blank(ValueKind.Text), isBackward);
            var page = await database.Queries.ReadPageAsync(query with { Take = PageSize, Seek = seek }, Actor.System, Cancellation);
            if (page.Rows.Count == 0)
            {
                return (ids, edge!);
            }

            ids.InsertRange(isBackward ? 0 : ids.Count, page.Rows.Select(row => row.Id));
            edge = isBackward ? page.Rows[0] : page.Rows[^1];
        }
    }
}
