using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Tiering;

/// <summary>Fields that show where their record stands in a tier model: read, found, ordered and grouped by like columns.</summary>
public sealed class TierFieldTests
{
    private static readonly DateOnly _january = new(2026, 1, 31);

    private static readonly DateOnly _february = new(2026, 2, 28);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Read_BeforeAnyRun_IsBlank(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider);
        await sales.AddCustomerAsync("1", "big");

        Assert.Equal(["big:----"], await ReadAsync(sales));
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_AfterRuns_FollowsEachOfThem(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider);
        var (_, small) = await AddCustomersAsync(sales);

        await sales.RunAsync("abc", _january);
        Assert.Equal(["big:A-first-2026-01-31", "small:B-first-2026-01-31", "none:D-first-2026-01-31"], await ReadAsync(sales));

        await sales.AddOrderAsync(small, "2026-02-10", 5000m);
        await sales.RunAsync("abc", _february, isDryRun: true);
        Assert.Equal("big:A-first-2026-01-31", (await ReadAsync(sales))[0]);

        await sales.RunAsync("abc", _february);
        Assert.Equal(["big:BA-down-2026-02-28", "small:AB-up-2026-02-28", "none:D-first-2026-01-31"], await ReadAsync(sales));
    }

    [Theory]
    [EveryDatabase]
    public async Task Find_ByTiers_FindsAsByColumns(DatabaseProvider provider)
    {
        await using var sales = await FilledAsync(provider);
        var customer = sales.Current.FindForm("customer")!;

        Assert.Equal(["small"], await FindAsync(sales, new Condition.Compare(Path(customer, "tier"), ComparisonOperator.Equal, Value.Of("A"))));
        Assert.Equal(["small", "none"], await FindAsync(sales, new Condition.OneOf(Path(customer, "tier"), [Value.Of("A"), Value.Of("D")])));
        Assert.Equal(["big", "small"], await FindAsync(sales, new Condition.Compare(Path(customer, "changed"), ComparisonOperator.GreaterOrEqual, new(ValueKind.Date, _february))));
        Assert.Equal(["none"], await FindAsync(sales, new Condition.IsBlank(Path(customer, "before"))));
        Assert.Equal(["big"], await FindAsync(sales, Formula(sales, customer, "[move] = \"down\" AND [tier] <> [before] AND MONTH([changed]) = 2")));
    }

    [Theory]
    [EveryDatabase]
    public async Task Find_ThroughAReference_ReadsTheTierOfTheOther(DatabaseProvider provider)
    {
        await using var sales = await FilledAsync(provider);
        var order = sales.Current.FindForm("order")!;

        var page = await sales.Queries.ReadPageAsync(new(order) { Where = Formula(sales, order, "[customer.tier] = \"B\"") }, Actor.System, Cancellation);

        Assert.Equal("B", Assert.Single(page.Rows)[order["buyer-tier"]].Content);
    }

    [Theory]
    [EveryDatabase]
    public async Task Sort_ByTiers_OrdersByTheirKeys(DatabaseProvider provider)
    {
        await using var sales = await FilledAsync(provider);
        await sales.AddCustomerAsync("4", "new");
        var customer = sales.Current.FindForm("customer")!;

        var up = await sales.Queries.ReadPageAsync(new(customer) { Sort = [new(Path(customer, "tier"))] }, Actor.System, Cancellation);
        var down = await sales.Queries.ReadPageAsync(new(customer) { Sort = [new(Path(customer, "changed"), Descending: true), new(Path(customer, "name"))] }, Actor.System, Cancellation);

        Assert.Equal(["small", "big", "none", "new"], up.Rows.Select(row => row[customer["name"]].Content));
        Assert.Equal(["big", "small", "none", "new"], down.Rows.Select(row => row[customer["name"]].Content));
    }

    [Theory]
    [EveryDatabase]
    public async Task Group_ByTiers_CountsTheirRecords(DatabaseProvider provider)
    {
        await using var sales = await FilledAsync(provider);
        await sales.AddCustomerAsync("4", "new");
        var customer = sales.Current.FindForm("customer")!;

        var groups = await sales.Queries.ReadGroupsAsync(new(customer), new(customer["move"], [], 10), Actor.System, Cancellation);

        Assert.True(RecordGrouping.Groups(customer["tier"]));
        Assert.Equal([("down", 1), ("first", 1), ("up", 1), (null, 1)], groups.Groups.Select(group => ((string?)group.Key.Content, group.Count)).OrderBy(group => group.Item1 ?? "~", StringComparer.Ordinal));
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_Score_IsThatOfTheNewestRun(DatabaseProvider provider)
    {
        var model = SalesApp.Rfm(TieRule.Quantile, SalesApp.ByOrder) with { Key = "rfm" };
        await using var sales = await SalesDatabase.CreateAsync(provider, SalesApp.Compile([SalesApp.Tier("points", "rfm", TierAspect.Score)], model));
        await AddCustomersAsync(sales);
        await sales.RunAsync("rfm", _january);

        var run = await sales.RunAsync("rfm", _february);

        var customer = sales.Current.FindForm("customer")!;
        var rows = (await sales.Queries.ReadPageAsync(new(customer), Actor.System, Cancellation)).Rows.ToDictionary(row => row.Id, row => row[customer["points"]].Content);
        Assert.All(run.Results, result => Assert.Equal(result.Rfm?.Total, rows[result.Metrics.SubjectId]));
        Assert.Contains(run.Results, result => result.Rfm is not null);
    }

    [Theory]
    [EveryDatabase]
    public async Task Trajectory_OfARecord_HasItsRunsOldestFirst(DatabaseProvider provider)
    {
        await using var sales = await FilledAsync(provider);
        var big = (await sales.Queries.ReadPageAsync(new(sales.Current.FindForm("customer")!), Actor.System, Cancellation)).Rows.Min(row => row.Id);
        var model = sales.Current.FindTierModel("abc")!;

        var points = await sales.Standings.ReadTrajectoryAsync(model, big, 12, Actor.System, Cancellation);
        var newest = await sales.Standings.ReadTrajectoryAsync(model, big, 1, Actor.System, Cancellation);

        Assert.Equal(
            [(_january, "A", true, null), (_february, "B", true, "A")], points.Select(point => (point.AsOf, point.Tier, point.HasMoved, point.FromTier)));
        Assert.Equal([900m, 900m], points.Select(point => point.Amount));
        Assert.Equal(points[^1], Assert.Single(newest));
        Assert.Empty(await sales.Standings.ReadTrajectoryAsync(model, -1, 12, Actor.System, Cancellation));
    }

    private static Task<SalesDatabase> CreateAsync(DatabaseProvider provider) => SalesDatabase.CreateAsync(provider, SalesApp.Compile(
        [
            SalesApp.Tier("tier", "abc", TierAspect.Tier), SalesApp.Tier("before", "abc", TierAspect.Previous),
            SalesApp.Tier("move", "abc", TierAspect.Move), SalesApp.Tier("changed", "abc", TierAspect.ChangedOn),
        ],
        SalesApp.Abc(BoundaryRule.Cross, SalesApp.ByOrder) with { Key = "abc" }));

    private static async Task<SalesDatabase> FilledAsync(DatabaseProvider provider)
    {
        var sales = await CreateAsync(provider);
        var (_, small) = await AddCustomersAsync(sales);
        await sales.RunAsync("abc", _january);
        await sales.AddOrderAsync(small, "2026-02-10", 5000m);
        await sales.RunAsync("abc", _february);
        return sales;
    }

    private static async Task<(long Big, long Small)> AddCustomersAsync(SalesDatabase sales)
    {
        var (big, small) = (await sales.AddCustomerAsync("1", "big"), await sales.AddCustomerAsync("2", "small"));
        await sales.AddCustomerAsync("3", "none");
        await sales.AddOrderAsync(big, "2026-01-10", 900m);
        await sales.AddOrderAsync(small, "2026-01-11", 50m);
        return (big, small);
    }

    /// <summary>By code: name, tier, the one before, move, date of the last change.</summary>
    private static async Task<IReadOnlyList<string>> ReadAsync(SalesDatabase sales)
    {
        var customer = sales.Current.FindForm("customer")!;
        var page = await sales.Queries.ReadPageAsync(new(customer) { Sort = [new(Path(customer, "code"))] }, Actor.System, Cancellation);
        return [.. page.Rows.Select(row => FormattableString.Invariant(
            $"{row[customer["name"]].Content}:{row[customer["tier"]].Content}{row[customer["before"]].Content ?? ""}-{row[customer["move"]].Content ?? "-"}-{row[customer["changed"]].Content ?? "-":yyyy-MM-dd}"))];
    }

    private static async Task<IEnumerable<object?>> FindAsync(SalesDatabase sales, Condition where)
    {
        var customer = sales.Current.FindForm("customer")!;
        var page = await sales.Queries.ReadPageAsync(new(customer) { Where = where, Sort = [new(Path(customer, "code"))] }, Actor.System, Cancellation);
        return page.Rows.Select(row => row[customer["name"]].Content);
    }

    private static Condition Formula(SalesDatabase sales, FormModel form, string text)
        => new FormulaConditions(sales, SqlProviders.Sqlite | SqlProviders.PostgreSql).Create(form, text, new(DateTime.UnixEpoch))!;

    private static FieldPath Path(FormModel form, string field) => FieldPath.Of(form[field]);
}
