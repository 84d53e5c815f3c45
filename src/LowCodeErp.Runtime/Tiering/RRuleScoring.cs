namespace LowCodeErp.Runtime.Tiering;

/// <summary>
/// Tie rule <c>r-rule</c>, that of the R package rfm: every edge is moved up by one (day, order, unit of currency) and a group
/// includes its lower edge; equal values score equally.
/// </summary>
public static class RRuleScoring
{
    public static MetricScores Score(TierMetric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var edges = Quintiles.Of(metric.Values).Plus(metric.One);
        return new(Array.ConvertAll(metric.Values, value => Score(edges.CountUpTo(value), metric.FewerIsBetter)), edges.ToDecimals(metric.Scale));
    }

    private static byte Score(int edgesReached, bool fewerIsBetter) => (byte)(fewerIsBetter ? 5 - edgesReached : 1 + edgesReached);
}
