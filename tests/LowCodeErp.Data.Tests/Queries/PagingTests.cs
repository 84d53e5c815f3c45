using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Queries;

public sealed class PagingTests(SalesSample sample)
{
    private static readonly FormModel _customer = SalesSample.Workspace.FindForm("customer")!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Sort_EveryKindInBothDirections_IsOrdinalWithBlanksLastAndNoTies(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        foreach (var text in new[] { "code", "name", "region", "owner", "credit", "active", "since", "seen-at", "upline", "region.name", "upline.owner", "upline.region" })
        {
            foreach (var descending in new[] { false, true })
            {
                var order = new SortOrder(FieldPath.Find(_customer, text)!, descending);

                var page = await database.Queries.ReadPageAsync(new(_customer) { Sort = [order] }, Actor.System, Cancellation);

                Assert.Equal(Sorted(order), page.Rows.Select(row => row.Id));
            }
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Page_AnySizeAndOrder_NeitherRepeatsNorSkips(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        var random = new Random(7);
        string[] fields = ["name", "region", "owner", "credit", "active", "since", "seen-at", "upline.name"];
        for (var round = 0; round < 12; round++)
        {
            var sort = Enumerable.Range(0, random.Next(0, 3))
                .Select(_ => new SortOrder(FieldPath.Find(_customer, fields[random.Next(fields.Length)])!, random.Next(2) == 0)).ToList();
            var query = new RecordQuery(_customer) { Sort = sort, Take = random.Next(1, 20) };

            var whole = await database.Queries.ReadPageAsync(query with { Take = null }, Actor.System, Cancellation);
            var pages = await ReadPagesAsync(database, query);

            Assert.Equal(whole.Rows.Select(row => row.Id), pages);
            Assert.Equal(pages.Count, pages.Distinct().Count());
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Page_WithoutOrder_IsNewestFirst(DatabaseProvider provider)
    {
        var page = await (await sample.OnAsync(provider)).Queries.ReadPageAsync(new(_customer) { Take = 3 }, Actor.System, Cancellation);

        Assert.Equal([80, 79, 78], page.Rows.Select(row => row.Id));
        Assert.Equal(SalesSample.CustomerCount - (SalesSample.CustomerCount / 9), page.TotalCount);
    }

    [Theory]
    [EveryDatabase]
    public async Task Page_BeyondTheEnd_IsEmptyAndKnowsTheTotal(DatabaseProvider provider)
    {
        var page = await (await sample.OnAsync(provider)).Queries.ReadPageAsync(
            new(_customer) { Skip = 1_000, Take = 10 }, Actor.System, Cancellation);

        Assert.Empty(page.Rows);
        Assert.Equal(SalesSample.CustomerCount - (SalesSample.CustomerCount / 9), page.TotalCount);
    }

    [Theory]
    [EveryDatabase]
    public async Task Page_WithoutEnd_IsTheRest(DatabaseProvider provider)
    {
        var page = await (await sample.OnAsync(provider)).Queries.ReadPageAsync(new(_customer) { Skip = 70 }, Actor.System, Cancellation);

        Assert.Equal([2, 1], page.Rows.Select(row => row.Id));
        Assert.Equal(72, page.TotalCount);
    }

    private static async Task<List<long>> ReadPagesAsync(SampleDatabase database, RecordQuery query)
    {
        var ids = new List<long>();
        RecordPage page;
        do
        {
            page = await database.Queries.ReadPageAsync(query with { Skip = ids.Count }, Actor.System, Cancellation);
            ids.AddRange(page.Rows.Select(row => row.Id));
        }
        while (page.Rows.Count > 0);
        return ids;
    }

    private static IEnumerable<long> Sorted(SortOrder order)
    {
        var rows = SampleOracle.Find(_customer, new Condition.All())
            .Select(id => (Id: id, Key: KeyOf(SampleOracle.ValueOf(SalesSample.Rows["customer"][id], order.Field.Fields), order.Field.Field)))
            .ToList();
        var filled = rows.Where(row => row.Key is not null).Order(Comparer<(long Id, object? Key)>.Create((left, right)
            => SampleOracle.Compare(left.Key!, right.Key!) is var result and not 0 ? result : left.Id.CompareTo(right.Id)));
        var blank = rows.Where(row => row.Key is null).OrderBy(row => row.Id);
        return (order.Descending ? filled.Reverse().Concat(blank.Reverse()) : filled.Concat(blank)).Select(row => row.Id);
    }

    private static object? KeyOf(object? value, FieldModel field)
        => value is long ? SampleOracle.TextOf(value, field) : value;
}
