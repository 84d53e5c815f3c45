using LowCodeErp.Metadata.Tiering;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>From metrics to tiers: pure, exact and the same on every database.</summary>
public static class TierScoring
{
    /// <param name="metrics">In any order; those without orders get the last tier and influence nobody else's.</param>
    public static TierScores Score(TierModel model, DateOnly asOf, IEnumerable<OrderMetrics> metrics)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(metrics);
        var byCode = metrics.OrderBy(item => item.Code, CodePointOrder.Instance).ThenBy(item => item.SubjectId).ToArray();
        var scored = Array.FindAll(byCode, item => item.HasOrders);
        return model.Method switch
        {
            TierMethod.Rfm => ScoreRfm(model, asOf, byCode, scored),
            TierMethod.Abc => ScoreAbc(model, asOf, byCode, scored),
            _ => throw new ArgumentOutOfRangeException(nameof(model), model.Method, "Unknown method."),
        };
    }

    private static TierScores ScoreRfm(TierModel model, DateOnly asOf, OrderMetrics[] all, OrderMetrics[] scored)
    {
        if (scored.Length == 0)
        {
            return new(Arrange(model, all, []), new([], [], []), null);
        }

        var rule = model.Rfm.TieRule;
        var recency = RfmScoring.Score(new(Array.ConvertAll(scored, item => (long)DaysSince(item, asOf)), 0, FewerIsBetter: true), rule);
        var frequency = RfmScoring.Score(new(Array.ConvertAll(scored, item => (long)item.Orders), 0, FewerIsBetter: false), rule);
        var monetary = RfmScoring.Score(new(Totals(scored), model.Source.Scale, FewerIsBetter: false), rule);
        var results = scored.Select((item, index) =>
        {
            var scores = RfmScoring.Combine(recency.Scores[index], frequency.Scores[index], monetary.Scores[index], model.Rfm);
            return Result(model, item, DaysSince(item, asOf), scores, null, RfmScoring.FindTier(scores, model.Rfm, model.Tiers));
        });
        return new(Arrange(model, all, results), new(recency.Edges, frequency.Edges, monetary.Edges), null);
    }

    private static TierScores ScoreAbc(TierModel model, DateOnly asOf, OrderMetrics[] all, OrderMetrics[] scored)
    {
        var totals = Totals(scored);
        var places = AbcScoring.Score(totals, model.Abc);
        var results = scored.Select((item, index)
            => Result(model, item, DaysSince(item, asOf), null, places[index].Share, model.Tiers[places[index].Tier]));
        var sum = (decimal)AbcScoring.SumOfPositive(totals) / TierMetric.PowerOfTen(model.Source.Scale);
        return new(Arrange(model, all, results), null, sum);
    }

    /// <summary>Puts the results back among the records without orders.</summary>
    private static TierResult[] Arrange(TierModel model, OrderMetrics[] all, IEnumerable<TierResult> results)
    {
        using var next = results.GetEnumerator();
        return Array.ConvertAll(all, item
            => item.HasOrders && next.MoveNext() ? next.Current : Result(model, item, null, null, null, model.NoOrderTier));
    }

    private static TierResult Result(TierModel model, OrderMetrics item, int? recency, RfmScores? rfm, decimal? share, TierDefinition tier)
        => new(item, TierMetric.ToDecimal(item.Total, model.Source.Scale), recency, rfm, share, tier.Key);

    private static long[] Totals(OrderMetrics[] scored) => Array.ConvertAll(scored, item => item.Total);

    private static int DaysSince(OrderMetrics item, DateOnly asOf) => asOf.DayNumber - item.LastDate!.Value.DayNumber;
}
