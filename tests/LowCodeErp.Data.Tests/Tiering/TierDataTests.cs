using LowCodeErp.Data.Providers;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Tiering;

public sealed class TierDataTests
{
    private static readonly DateOnly _asOf = new(2026, 1, 31);

    private static readonly NetDefinition _netOfOrder = new() { Status = "status", ExcludedStatuses = ["cancelled"], Deduction = "returned" };

    private static readonly NetDefinition _netOfLine = new() { Status = "order.status", ExcludedStatuses = ["cancelled"], Deduction = "returned" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Run_NetByOrder_LeavesOutCancelledAndReturnedOrders(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider, Abc(SalesApp.ByOrder) with { Basis = TierBasis.Net, Net = _netOfOrder });
        var (mixed, cancelled, returned) = (await sales.AddCustomerAsync("mixed"), await sales.AddCustomerAsync("cancelled"), await sales.AddCustomerAsync("returned"));
        await sales.AddOrderAsync(mixed, "2026-01-01", 100.10m, returned: 30.05m, status: "open");
        await sales.AddOrderAsync(mixed, "2025-12-01", 50m);
        await sales.AddOrderAsync(mixed, "2026-01-30", 70m, returned: 70m);
        await sales.AddOrderAsync(mixed, "2026-01-31", 999m, status: "cancelled");
        await sales.AddOrderAsync(cancelled, "2026-01-05", 10_000m, status: "cancelled");
        await sales.AddOrderAsync(returned, "2026-01-05", 5_000m, returned: 5_000m, status: "open");

        var run = await sales.RunAsync("abc", _asOf, isDryRun: true);

        Assert.Equal(["cancelled", "mixed", "returned"], run.Results.Select(result => result.Metrics.Code));
        Assert.Equal(["D", "A", "D"], run.Results.Select(result => result.Tier));
        Assert.Equal(new(mixed, "mixed", "mixed", 2, new(2025, 12, 1), new(2026, 1, 1), 120_05), run.Results[1].Metrics);
    }

    [Theory]
    [EveryDatabase]
    public async Task Run_NetByLine_DecidesForTheWholeOrder(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider, Abc(SalesApp.ByLine) with { Basis = TierBasis.Net, Net = _netOfLine });
        var customer = await sales.AddCustomerAsync("a");
        var partly = await sales.AddOrderAsync(customer, "2026-01-01", null);
        await sales.AddLineAsync(partly, 10m, returned: 10m);
        await sales.AddLineAsync(partly, 5m);
        var wholly = await sales.AddOrderAsync(customer, "2026-01-02", null);
        await sales.AddLineAsync(wholly, 10m, returned: 10m);
        await sales.AddLineAsync(wholly, 3m, returned: 3m);
        var cancelled = await sales.AddOrderAsync(customer, "2026-01-03", null, status: "cancelled");
        await sales.AddLineAsync(cancelled, 10m);

        var run = await sales.RunAsync("abc", _asOf, isDryRun: true);

        Assert.Equal(new(customer, "a", "a", 1, new(2026, 1, 1), new(2026, 1, 1), 5_00), Assert.Single(run.Results).Metrics);
    }

    [Theory]
    [EveryDatabase]
    public async Task Run_Gross_CountsEveryOrder(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider, Abc(SalesApp.ByOrder));
        var customer = await sales.AddCustomerAsync("a");
        await sales.AddOrderAsync(customer, "2026-01-01", 10m, returned: 10m);
        await sales.AddOrderAsync(customer, "2026-01-02", 20m, status: "cancelled");
        await sales.AddOrderAsync(customer, "2026-01-03", -5.55m);

        var run = await sales.RunAsync("abc", _asOf, isDryRun: true);

        Assert.Equal(new(customer, "a", "a", 3, new(2026, 1, 1), new(2026, 1, 3), 24_45), Assert.Single(run.Results).Metrics);
    }

    [Theory]
    [EveryDatabase]
    public async Task Run_Window_CountsItsFirstAndLastDay(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider, Abc(SalesApp.ByOrder) with { WindowMonths = 12 });
        var customer = await sales.AddCustomerAsync("a");
        await sales.AddOrderAsync(customer, "2025-01-31", 1m);
        await sales.AddOrderAsync(customer, "2025-02-01", 10m);
        await sales.AddOrderAsync(customer, "2026-01-31", 100m);
        await sales.AddOrderAsync(customer, "2026-02-01", 1000m);
        await sales.AddOrderAsync(await sales.AddCustomerAsync("b"), "2025-01-31", 1m);

        var run = await sales.RunAsync("abc", _asOf, isDryRun: true);

        Assert.Equal(new(customer, "a", "a", 2, new(2025, 2, 1), new(2026, 1, 31), 110_00), run.Results[0].Metrics);
        Assert.Equal("D", run.Results[1].Tier);
    }

    [Theory]
    [EveryDatabase]
    public async Task Run_RecordsInTheTrashOrWithoutDate_DoNotCount(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider, Abc(SalesApp.ByLine));
        var (alive, deleted) = (await sales.AddCustomerAsync("alive"), await sales.AddCustomerAsync("deleted", isDeleted: true));
        var order = await sales.AddOrderAsync(alive, "2026-01-01", null);
        await sales.AddLineAsync(order, 1m);
        await sales.AddLineAsync(order, 10m, isDeleted: true);
        await sales.AddLineAsync(order, null);
        await sales.AddLineAsync(await sales.AddOrderAsync(alive, "2026-01-02", null, isDeleted: true), 100m);
        await sales.AddLineAsync(await sales.AddOrderAsync(alive, null, null), 1000m);
        await sales.AddLineAsync(await sales.AddOrderAsync(null, "2026-01-02", null), 1000m);
        await sales.AddLineAsync(await sales.AddOrderAsync(deleted, "2026-01-02", null), 1000m);

        var run = await sales.RunAsync("abc", _asOf, isDryRun: true);

        Assert.Equal(new(alive, "alive", "alive", 1, new(2026, 1, 1), new(2026, 1, 1), 1_00), Assert.Single(run.Results).Metrics);
    }

    /// <summary>Only the ways to subject, date and order decide whether a record counts.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Run_StatusAndDeductionThroughBlankReference_CountsTheOrder(DatabaseProvider provider)
    {
        var net = new NetDefinition { Status = "promotion.state", ExcludedStatuses = ["void"], Deduction = "promotion.value" };
        await using var sales = await CreateAsync(provider, Abc(SalesApp.ByOrder) with { Basis = TierBasis.Net, Net = net });
        var customer = await sales.AddCustomerAsync("a");
        await sales.AddOrderAsync(customer, "2026-01-01", 100m);
        await sales.AddOrderAsync(customer, "2026-01-01", 100m, promotion: await sales.AddPromotionAsync("open", 1.11m));
        await sales.AddOrderAsync(customer, "2026-01-01", 100m, promotion: await sales.AddPromotionAsync(null, 2.22m, isDeleted: true));
        await sales.AddOrderAsync(customer, "2026-01-01", 100m, promotion: await sales.AddPromotionAsync("void", null));

        var run = await sales.RunAsync("abc", _asOf, isDryRun: true);

        Assert.Equal((3, 296_67), (run.Results[0].Metrics.Orders, run.Results[0].Metrics.Total));
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadPage_OfTier_IsOrderedByAmountWithNames(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider, Abc(SalesApp.ByOrder));
        foreach (var (code, amount) in new[] { ("a", 1m), ("b", 3m), ("c", 2m), ("d", 500m) })
        {
            await sales.AddOrderAsync(await sales.AddCustomerAsync(code, $"Customer {code}"), "2026-01-01", amount);
        }

        var runId = (await sales.RunAsync("abc", _asOf)).Stored!.Id;
        var model = sales.Current.FindTierModel("abc")!;
        var page = await sales.Standings.ReadPageAsync(
            new(model, runId) { Tier = "C", Sort = TierStandingColumn.Amount, Descending = true, Skip = 1, Take = 5 }, Actor.System, Cancellation);
        var latest = Assert.Single(await sales.Standings.ReadLatestAsync(Cancellation));

        Assert.Equal(3, page.TotalCount);
        Assert.Equal(
            [("c", "Customer c", 2.00m), ("a", "Customer a", 1.00m)],
            page.Rows.Select(row => (row.Result.Metrics.Code, row.Result.Metrics.Title, row.Result.Amount)));
        Assert.Equal((runId, 4), (latest.Id, latest.Records));
        Assert.Null(await sales.Standings.FindAsync(-1, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Run_ManySmallAmounts_AddUpExactly(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider, Abc(SalesApp.ByOrder));
        var customer = await sales.AddCustomerAsync("a");
        foreach (var amount in Enumerable.Range(1, 30).Select(number => (number * 0.01m) + 0.1m))
        {
            await sales.AddOrderAsync(customer, "2026-01-01", amount);
        }

        Assert.Equal(7_65, (await sales.RunAsync("abc", _asOf, isDryRun: true)).Results[0].Metrics.Total);
    }

    [Theory]
    [EveryDatabase]
    public async Task Run_RecordWithoutCode_IsNamedByTitleOrId(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider, Abc(SalesApp.ByOrder));
        var (nameless, named) = (await sales.AddCustomerAsync(null), await sales.AddCustomerAsync(null, "甲"));

        var run = await sales.RunAsync("abc", _asOf, isDryRun: true);

        Assert.Equal([($"{nameless}", $"{nameless}"), ("甲", "甲")], run.Results.Select(result => (result.Metrics.Code, result.Metrics.Title)));
        Assert.Equal(named, run.Results[1].Metrics.SubjectId);
    }

    [Theory]
    [EveryDatabase]
    public async Task Run_DryRun_StoresNothing(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider, Abc(SalesApp.ByOrder));
        await sales.AddOrderAsync(await sales.AddCustomerAsync("a"), "2026-01-01", 1m);

        var run = await sales.RunAsync("abc", _asOf, isDryRun: true);

        await using var platform = sales.OpenPlatform();
        Assert.Null(run.Stored);
        Assert.False(await platform.TierRuns.AnyAsync(Cancellation));
        Assert.False(await platform.CurrentTiers.AnyAsync(Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Run_Stored_CanBeExplainedFromItsRows(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider, SalesApp.Rfm(TieRule.Quantile, SalesApp.ByOrder) with { Key = "rfm" });
        foreach (var number in Enumerable.Range(1, 9))
        {
            await sales.AddOrderAsync(await sales.AddCustomerAsync($"c{number}"), $"2026-01-0{number}", number * 1234.56m);
        }

        await sales.AddCustomerAsync("nobody");
        var run = await sales.RunAsync("rfm", _asOf);

        var heading = (await sales.Standings.FindAsync(run.Stored!.Id, Cancellation))!;
        var model = sales.Current.FindTierModel("rfm")!;
        var rows = (await sales.Standings.ReadPageAsync(new(model, heading.Id), Actor.System, Cancellation)).Rows.ToDictionary(row => row.Result.Metrics.SubjectId);

        Assert.Equivalent(run.Summary, heading.Summary, strict: true);
        foreach (var result in run.Results)
        {
            var stored = rows[result.Metrics.SubjectId].Result;
            Assert.Equal(result, stored);
            Assert.Equal(TierExplanation.Explain(run.Summary, result), TierExplanation.Explain(heading.Summary, stored));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Run_Again_StoresOnlyWhatChanged(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider, Abc(SalesApp.ByOrder));
        var (first, second, gone) = (await sales.AddCustomerAsync("a"), await sales.AddCustomerAsync("b"), await sales.AddCustomerAsync("c"));
        await sales.AddOrderAsync(first, "2026-01-01", 100m);
        await sales.AddOrderAsync(second, "2026-01-01", 1m);

        var runs = new List<StoredTierRun>
        {
            (await sales.RunAsync("abc", _asOf)).Stored!,
            (await sales.RunAsync("abc", _asOf)).Stored!,
        };
        await sales.AddOrderAsync(second, "2026-01-02", 1000m);
        var added = await sales.AddCustomerAsync("d");
        runs.Add((await sales.RunAsync("abc", _asOf)).Stored!);

        await using var platform = sales.OpenPlatform();
        var changes = await platform.TierChanges.OrderBy(change => change.Id).Select(change => new { change.RunId, change.SubjectId, change.FromTier, change.ToTier }).ToListAsync(Cancellation);
        var current = await platform.CurrentTiers.OrderBy(row => row.SubjectId).Select(row => new { row.RunId, row.SubjectId, row.Tier }).ToListAsync(Cancellation);
        Assert.Equal([3, 0, 3], runs.Select(run => run.Changes));
        Assert.Equal(
            [
                new { RunId = runs[0].Id, SubjectId = first, FromTier = (string?)null, ToTier = "A" },
                new { RunId = runs[0].Id, SubjectId = second, FromTier = (string?)null, ToTier = "C" },
                new { RunId = runs[0].Id, SubjectId = gone, FromTier = (string?)null, ToTier = "D" },
                new { RunId = runs[2].Id, SubjectId = first, FromTier = (string?)"A", ToTier = "B" },
                new { RunId = runs[2].Id, SubjectId = second, FromTier = (string?)"C", ToTier = "A" },
                new { RunId = runs[2].Id, SubjectId = added, FromTier = (string?)null, ToTier = "D" },
            ],
            changes);
        Assert.Equal(
            new[] { (first, "B"), (second, "A"), (gone, "D"), (added, "D") }.Select(item => new { RunId = runs[2].Id, SubjectId = item.Item1, Tier = item.Item2 }), current);
    }

    [Theory]
    [EveryDatabase]
    public async Task Store_CancelledHalfWay_StoresNothing(DatabaseProvider provider)
    {
        await using var sales = await CreateAsync(provider, Abc(SalesApp.ByOrder));
        var model = sales.Current.FindTierModel("abc")!;
        var metrics = Enumerable.Range(1, 20_000).Select(id => new OrderMetrics(id, $"{id}", $"{id}", 0, null, null, 0)).ToArray();
        var scores = TierScoring.Score(model, _asOf, metrics);
        var summary = new TierSummary(TierSettings.Of(model, new(null, _asOf)), TierFindings.Of(model, scores));
        using var cancellation = new CancellationTokenSource();
        var run = new TierRunRecord(model, summary, scores.Results, Runtime.Records.Actor.System, DateTime.UnixEpoch, DateTime.UnixEpoch);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sales.Data.StoreAsync(run, new CancelAfterFirst(cancellation), cancellation.Token));

        await using var platform = sales.OpenPlatform();
        Assert.False(await platform.TierRuns.AnyAsync(Cancellation));
        Assert.False(await platform.TierResults.AnyAsync(Cancellation));
    }

    private static Task<SalesDatabase> CreateAsync(DatabaseProvider provider, TierModelDefinition model) => SalesDatabase.CreateAsync(provider, SalesApp.Compile(model));

    private static TierModelDefinition Abc(TierSourceDefinition source) => SalesApp.Abc(BoundaryRule.Cross, source) with { Key = "abc" };

    private sealed class CancelAfterFirst(CancellationTokenSource cancellation) : IProgress<int>
    {
        public void Report(int value) => cancellation.Cancel();
    }
}
