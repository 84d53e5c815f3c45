using System.Globalization;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Unit.Tests.Tiering;

public sealed class TierExplanationTests
{
    private static readonly DateOnly AsOf = new(2026, 1, 31);

    [Fact]
    public async Task Explain_Quantile_NamesValueGroupAndScore()
    {
        var run = await RunAsync(TierModels.Rfm(TieRule.Quantile));

        Assert.Equal(
            [
                "最近一次下单 2026-01-21，距 2026-01-31 10 天 → R=5（≤18 天）",
                "下单 2 次 → F=1（≤2.8 次）",
                "总额 1,000 → M=5（>680）",
                "得分 = (30×5 + 30×1 + 40×5) ÷ 100 × 20 = 76 → B（≥60 且 <85）",
            ],
            Explain(run, "a", "zh-CN"));
        Assert.Equal("Last order on 2026-01-11, 20 days before 2026-01-31 → R=4 (>18 and ≤26 days)", Explain(run, "b", "en")[0]);
    }

    [Fact]
    public async Task Explain_RuleR_IncludesTheLowerEdge()
    {
        var run = await RunAsync(TierModels.Rfm(TieRule.RRule));

        Assert.Equal("Last order on 2026-01-11, 20 days before 2026-01-31 → R=4 (≥19 and <27 days)", Explain(run, "b", "en")[0]);
    }

    [Fact]
    public async Task Explain_Ntile_NamesTheGroup()
    {
        var run = await RunAsync(TierModels.Rfm(TieRule.Ntile));

        Assert.Equal("下单 2 次 → F=1（五等分的第 1 组，界值 2 / 3 / 4 / 5 次）", Explain(run, "a", "zh-CN")[1]);
    }

    [Fact]
    public async Task Explain_Abc_ShowsTheShareBeforeAndAfter()
    {
        var run = await RunAsync(TierModels.Abc(BoundaryRule.Cross));

        Assert.Equal(
            ["总额 600，从大到小累计占比由 50% 到 80%", "按排在前面的累计占比划分：<80% 为 A，<95% 为 B，其余 C → A"],
            Explain(run, "b", "zh-CN"));
    }

    [Fact]
    public async Task Explain_NoOrders_NamesTheWindow()
    {
        var run = await RunAsync(TierModels.Abc(BoundaryRule.Cross) with { WindowMonths = 12 });

        Assert.Equal(["No order counts from 2025-02-01 to 2026-01-31 → D"], Explain(run, "z", "en"));
    }

    [Fact]
    public async Task Explain_SummaryReadBackFromJson_SaysTheSame()
    {
        foreach (var model in new[] { TierModels.Rfm(TieRule.RRule), TierModels.Abc(BoundaryRule.Incl) with { WindowMonths = 6 } })
        {
            var run = await RunAsync(model);
            var readBack = new TierSummary(TierSettings.FromJson(run.Summary.Settings.ToJson()), TierFindings.FromJson(run.Summary.Findings.ToJson()));

            Assert.Equivalent(run.Summary, readBack, strict: true);
            Assert.All(run.Results, result => Assert.Equal(TierExplanation.Explain(run.Summary, result), TierExplanation.Explain(readBack, result)));
        }
    }

    [Fact]
    public async Task Run_DryRun_CountsTiersAndReportsProgressInOrder()
    {
        var progress = new ProgressLog();

        var run = await RunAsync(TierModels.Abc(BoundaryRule.Cross), progress);

        Assert.Null(run.Stored);
        Assert.Equal([new("A", 2, 1600m), new("B", 1, 300m), new("C", 2, 100m), new("D", 1, 0m)], run.Summary.Findings.Tiers);
        Assert.Equal([TierStage.Reading, TierStage.Scoring, TierStage.Finished], progress.Stages);
    }

    private static string[] Explain(TierRunResult run, string code, string culture)
        => [.. TierExplanation.Explain(run.Summary, run.Results.Single(result => result.Metrics.Code == code)).Select(line => line.In(new CultureInfo(culture)))];

    private static async Task<TierRunResult> RunAsync(TierModel model, IProgress<TierProgress>? progress = null)
        => (await new TierRunner(new FiveCustomers(), new Unlimited(), TimeProvider.System).RunAsync(
            model, new(AsOf, DryRun: true, Actor.System), new(), progress, TestContext.Current.CancellationToken))!;

    private sealed class Unlimited : IAccess
    {
        public ValueTask<MemberAccess> OfAsync(Actor actor, CancellationToken cancellationToken = default)
            => ValueTask.FromResult(new MemberAccess(actor, WorkspaceModel.Empty, [], new HashSet<string>(), isAuditor: false, [], new(DateTime.UnixEpoch)));
    }

    private sealed class ProgressLog : IProgress<TierProgress>
    {
        public List<TierStage> Stages { get; } = [];

        public void Report(TierProgress value) => Stages.Add(value.Stage);
    }

    /// <summary>Recency 10 to 50 days, 2 to 6 orders, amounts of 1000, 600, 300, 100 and 0; and one customer without orders. Dry runs only.</summary>
    private sealed class FiveCustomers : ITierData
    {
        public async IAsyncEnumerable<OrderMetrics> ReadMetricsAsync(
            TierModel model, TierWindow window, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return new(6, "z", "z", 0, null, null, 0);
            yield return Customer("a", 10, 2, 1000_00);
            yield return Customer("b", 20, 3, 600_00);
            yield return Customer("c", 30, 4, 300_00);
            yield return Customer("d", 40, 5, 100_00);
            yield return Customer("e", 50, 6, 0);
        }

        public Task<StoredTierRun> StoreAsync(TierRunRecord run, IProgress<int>? stored, CancellationToken cancellationToken)
            => throw new InvalidOperationException("A dry run stores nothing.");

        private static OrderMetrics Customer(string code, int recency, int orders, long cents)
            => new(code[0], code, code, orders, AsOf.AddDays(-recency), AsOf.AddDays(-recency), cents);
    }
}
