using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Unit.Tests.Tiering;

public sealed class TierScoringTests
{
    private static readonly DateOnly AsOf = new(2026, 1, 31);

    [Theory]
    [InlineData(TieRule.Quantile, 5, 1, 1)]
    [InlineData(TieRule.RRule, 5, 1, 1)]
    [InlineData(TieRule.Ntile, 1, 1, 1)]
    public void Rfm_OneCustomer_IsScored(TieRule rule, byte recency, byte frequency, byte monetary)
    {
        var result = Assert.Single(Score(TierModels.Rfm(rule), Customer("a", 10, 3, 1000)));

        Assert.Equal((recency, frequency, monetary), (result.Rfm!.Value.Recency, result.Rfm.Value.Frequency, result.Rfm.Value.Monetary));
    }

    [Theory]
    [InlineData(TieRule.Quantile)]
    [InlineData(TieRule.RRule)]
    public void Rfm_AllCustomersEqual_AllScoreEqually(TieRule rule)
    {
        var results = Score(TierModels.Rfm(rule), [.. Enumerable.Range(0, 20).Select(index => Customer($"c{index}", 10, 3, 1000))]);

        Assert.All(results, result => Assert.Equal(new RfmScores(5, 1, 1, 44m), result.Rfm));
    }

    [Fact]
    public void Rfm_NtileOfFewerThanFive_FillsTheLowestTilesByCode()
    {
        var results = Score(TierModels.Rfm(TieRule.Ntile), Customer("c", 1, 1, 5), Customer("a", 1, 1, 5), Customer("b", 1, 1, 5));

        Assert.Equal(["a", "b", "c"], results.Select(result => result.Metrics.Code));
        Assert.Equal([1, 2, 3], results.Select(result => (int)result.Rfm!.Value.Monetary));
        Assert.Equal([1, 2, 3], results.Select(result => (int)result.Rfm!.Value.Recency));
    }

    [Fact]
    public void Rfm_RuleR_AddsOneUnitOfCurrencyToTheEdges()
    {
        var scores = TierScoring.Score(TierModels.Rfm(TieRule.RRule), AsOf, [Customer("a", 10, 3, 100), Customer("b", 20, 4, 201)]);

        Assert.Equal([2.202m, 2.404m, 2.606m, 2.808m], scores.Edges!.Monetary);
        Assert.Equal([1, 1], scores.Results.Select(result => (int)result.Rfm!.Value.Monetary));
    }

    [Fact]
    public void Rfm_CustomerWithoutOrders_GetsTheLastTierAndMovesNobody()
    {
        var withOrders = Enumerable.Range(1, 7).Select(index => Customer($"c{index}", index * 10, index, index * 100)).ToArray();

        var alone = Score(TierModels.Rfm(TieRule.Quantile), withOrders);
        var together = Score(TierModels.Rfm(TieRule.Quantile), [.. withOrders, Nobody("c0"), Nobody("z")]);

        Assert.Equal(["c0", .. alone.Select(result => result.Metrics.Code), "z"], together.Select(result => result.Metrics.Code));
        Assert.Equal(alone, together.Skip(1).SkipLast(1));
        Assert.Equal(new TierResult(Nobody("z"), 0.00m, null, null, null, "D"), together[^1]);
    }

    [Theory]
    [InlineData(TierMethod.Rfm)]
    [InlineData(TierMethod.Abc)]
    public void Score_NobodyHasOrders_AllGetTheLastTier(TierMethod method)
    {
        var model = TierModels.Rfm(TieRule.Ntile) with { Method = method };

        Assert.All(Score(model, Nobody("a"), Nobody("b")), result => Assert.Equal("D", result.Tier));
        Assert.Empty(Score(model));
    }

    [Theory]
    [InlineData(5, 5, 5, 100, "A")]
    [InlineData(5, 4, 4, 86, "A")]
    [InlineData(4, 4, 4, 80, "B")]
    [InlineData(3, 3, 3, 60, "B")]
    [InlineData(3, 2, 3, 54, "C")]
    [InlineData(1, 1, 1, 20, "C")]
    public void Combine_WeightsOfTheShippedModel_ReachTheTier(byte recency, byte frequency, byte monetary, int total, string tier)
    {
        var model = TierModels.Rfm(TieRule.Quantile);

        var scores = RfmScoring.Combine(recency, frequency, monetary, model.Rfm);

        Assert.Equal(total, scores.Total);
        Assert.Equal(tier, RfmScoring.FindTier(scores, model.Rfm, model.Tiers).Key);
    }

    [Fact]
    public void FindTier_ScoreIsPeriodicFraction_ComparesTheExactOne()
    {
        var settings = new RfmDefinition { RecencyWeight = 1, FrequencyWeight = 1, MonetaryWeight = 1 };
        var scores = RfmScoring.Combine(4, 5, 5, settings);
        TierDefinition[] tiers = [new() { Key = "A", Label = new("A"), FromScore = 93.3333333333333333333333334m }, .. TierModels.Rfm(TieRule.Quantile).Tiers.Skip(1)];

        Assert.Equal(93.3333m, scores.Total);
        Assert.Equal("B", RfmScoring.FindTier(scores, settings, tiers).Key);
    }

    [Fact]
    public void Abc_CustomerOnTheLine_DependsOnTheBoundaryRule()
    {
        OrderMetrics[] customers = [Customer("a", 1, 1, 8000), Customer("b", 1, 1, 1000), Customer("c", 1, 1, 600), Customer("d", 1, 1, 400)];

        Assert.Equal(["A", "B", "C", "C"], Score(TierModels.Abc(BoundaryRule.Incl), customers).Select(result => result.Tier));
        Assert.Equal(["A", "B", "B", "C"], Score(TierModels.Abc(BoundaryRule.Cross), customers).Select(result => result.Tier));
    }

    [Fact]
    public void Abc_NegativeAndZeroTotals_AreLastAndLeaveTheSharesAlone()
    {
        var results = Score(TierModels.Abc(BoundaryRule.Cross), Customer("a", 1, 1, -5000), Customer("b", 1, 1, 0), Customer("c", 1, 1, 100));

        Assert.Equal(["C", "C", "A"], results.Select(result => result.Tier));
        Assert.Equal([1m, 1m, 1m], results.Select(result => result.Share!.Value));
    }

    [Theory]
    [InlineData(BoundaryRule.Incl)]
    [InlineData(BoundaryRule.Cross)]
    public void Abc_SumIsZero_EverybodyIsC(BoundaryRule rule)
        => Assert.All(Score(TierModels.Abc(rule), Customer("a", 1, 1, 0), Customer("b", 1, 1, -3)), result => Assert.Equal("C", result.Tier));

    [Theory]
    [InlineData(BoundaryRule.Incl, "C")]
    [InlineData(BoundaryRule.Cross, "A")]
    public void Abc_OneCustomer_CrossesEveryLine(BoundaryRule rule, string tier)
    {
        var result = Assert.Single(Score(TierModels.Abc(rule), Customer("a", 1, 1, 100)));

        Assert.Equal(tier, result.Tier);
    }

    [Fact]
    public void Abc_TotalsNearTheLimitOfLong_AreAddedExactly()
    {
        var places = AbcScoring.Score([long.MaxValue, long.MaxValue, long.MaxValue], new() { BoundaryRule = BoundaryRule.Incl });

        Assert.Equal([0.333333m, 0.666667m, 1m], places.Select(place => place.Share));
        Assert.Equal([0, 0, 2], places.Select(place => place.Tier));
    }

    [Fact]
    public void Score_CodesOutsideTheBasicPlane_AreOrderedByCodePoint()
    {
        var results = Score(TierModels.Abc(BoundaryRule.Cross), Customer("𠮷", 1, 1, 1), Customer("Ａ", 1, 1, 1), Customer("中", 1, 1, 1), Customer("a", 1, 1, 1), Customer("a1", 1, 1, 1));

        Assert.Equal(["a", "a1", "中", "Ａ", "𠮷"], results.Select(result => result.Metrics.Code));
    }

    [Theory]
    [InlineData("2024-02-29", 12, "2023-03-01")]
    [InlineData("2026-01-31", 12, "2025-02-01")]
    [InlineData("2026-03-31", 1, "2026-03-01")]
    [InlineData("0001-02-01", 12, null)]
    public void Window_Months_BeginsTheDayAfter(string asOf, int months, string? from)
    {
        var window = TierWindow.Of(months, DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(from, window.From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static IReadOnlyList<TierResult> Score(TierModel model, params OrderMetrics[] metrics) => TierScoring.Score(model, AsOf, metrics).Results;

    private static OrderMetrics Customer(string code, int recency, int orders, long total)
        => new(0, code, code, orders, AsOf.AddDays(-recency), AsOf.AddDays(-recency), total);

    private static OrderMetrics Nobody(string code) => new(0, code, code, 0, null, null, 0);
}
