using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Specifications.ReferenceData;

namespace LowCodeErp.Unit.Tests.Tiering;

public sealed class ReferenceAnswerTests
{
    [Theory]
    [InlineData("superstore", TieRule.RRule, "_r")]
    [InlineData("superstore", TieRule.Quantile, "_q")]
    [InlineData("superstore", TieRule.Ntile, "_n")]
    [InlineData("cdnow", TieRule.RRule, "_r")]
    [InlineData("cdnow", TieRule.Quantile, "_q")]
    [InlineData("cdnow", TieRule.Ntile, "_n")]
    public void Rfm_RealOrders_EqualsTheReferenceInEveryRow(string name, TieRule rule, string suffix)
    {
        var set = ReferenceSet.Read(name);

        var scores = TierScoring.Score(TierModels.Rfm(rule), set.AsOf, set.Measure());

        ReferenceComparison.AssertScoresEqual(set, scores.Results, suffix);
    }

    [Theory]
    [InlineData("superstore", BoundaryRule.Incl, "abc_incl")]
    [InlineData("superstore", BoundaryRule.Cross, "abc_cross")]
    [InlineData("cdnow", BoundaryRule.Incl, "abc_incl")]
    [InlineData("cdnow", BoundaryRule.Cross, "abc_cross")]
    public void Abc_RealOrders_EqualsTheReferenceInEveryRow(string name, BoundaryRule rule, string column)
    {
        var set = ReferenceSet.Read(name);

        var scores = TierScoring.Score(TierModels.Abc(rule), set.AsOf, set.Measure());

        ReferenceComparison.AssertTiersEqual(set, scores.Results, column);
    }

    [Fact]
    public void Edges_Superstore_EqualThePublishedOnes()
    {
        var set = ReferenceSet.Read("superstore");

        var quantile = TierScoring.Score(TierModels.Rfm(TieRule.Quantile), set.AsOf, set.Measure()).Edges!;
        var rRule = TierScoring.Score(TierModels.Rfm(TieRule.RRule), set.AsOf, set.Measure()).Edges!;

        Assert.Equal([32m, 70m, 126m, 234.2m], quantile.Recency);
        Assert.Equal([4m, 6m, 7m, 8m], quantile.Frequency);
        Assert.Equal([8992.284m, 14085.08m, 20864.722m, 31769.37m], quantile.Monetary);
        Assert.Equal([33m, 71m, 127m, 235.2m], rRule.Recency);
        Assert.Equal([8993.284m, 14086.08m, 20865.722m, 31770.37m], rRule.Monetary);
    }
}
