using LowCodeErp.Metadata.Tiering;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>The total score of recency, frequency and monetary value, and the tier that it reaches.</summary>
public static class RfmScoring
{
    public static MetricScores Score(TierMetric metric, TieRule rule) => rule switch
    {
        TieRule.Quantile => QuantileScoring.Score(metric),
        TieRule.RRule => RRuleScoring.Score(metric),
        TieRule.Ntile => NtileScoring.Score(metric),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown tie rule."),
    };

    public static RfmScores Combine(byte recency, byte frequency, byte monetary, RfmDefinition settings)
    {
        var (points, weights) = Weigh(recency, frequency, monetary, settings);
        return new(recency, frequency, monetary, Math.Round(points * 20 / weights, 4, MidpointRounding.AwayFromZero));
    }

    /// <summary>The highest tier whose lowest score is reached; compared before the division, so a rounded score decides nothing.</summary>
    public static TierDefinition FindTier(RfmScores scores, RfmDefinition settings, IReadOnlyList<TierDefinition> tiers)
    {
        var (points, weights) = Weigh(scores.Recency, scores.Frequency, scores.Monetary, settings);
        var withOrders = tiers.SkipLast(1).ToArray();
        return withOrders.Where(tier => tier.FromScore * weights <= points * 20).MaxBy(tier => tier.FromScore) ?? withOrders[^1];
    }

    private static (decimal Points, decimal Weights) Weigh(byte recency, byte frequency, byte monetary, RfmDefinition settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var points = (recency * settings.RecencyWeight) + (frequency * settings.FrequencyWeight) + (monetary * settings.MonetaryWeight);
        return (points, settings.RecencyWeight + settings.FrequencyWeight + settings.MonetaryWeight);
    }
}
