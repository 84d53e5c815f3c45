namespace LowCodeErp.Runtime.Tiering;

/// <summary>Tie rule <c>quantile</c>: one more than the edges below the value. A group includes its upper edge; equal values score equally.</summary>
public static class QuantileScoring
{
    public static MetricScores Score(TierMetric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var edges = Quintiles.Of(metric.Values);
        return new(Array.ConvertAll(metric.Values, value => Score(edges.CountBelow(value), metric.FewerIsBetter)), edges.ToDecimals(metric.Scale));
    }

    private static byte Score(int edgesBelow, bool fewerIsBetter) => (byte)(fewerIsBetter ? 5 - edgesBelow : 1 + edgesBelow);
}
