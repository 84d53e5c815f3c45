namespace LowCodeErp.Runtime.Tiering;

/// <summary>
/// Tie rule <c>ntile</c>, as NTILE(5) of SQL: five groups whose sizes differ by one at most. Equal values are told apart by
/// the code of the record, so they may score differently.
/// </summary>
public static class NtileScoring
{
    private const int Tiles = 5;

    /// <summary>The metric's values come in the order of the codes, so a value's place breaks its ties.</summary>
    public static MetricScores Score(TierMetric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var values = metric.Values;
        var worstFirst = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort(worstFirst, (one, other) => Compare(metric, one, other));

        var scores = new byte[values.Length];
        for (var tile = 0; tile < Tiles; tile++)
        {
            for (var place = StartOf(tile, values.Length); place < StartOf(tile + 1, values.Length); place++)
            {
                scores[worstFirst[place]] = (byte)(tile + 1);
            }
        }

        return new(scores, FindEdges(metric, worstFirst));
    }

    private static int Compare(TierMetric metric, int one, int other)
    {
        var byValue = metric.Values[one].CompareTo(metric.Values[other]);
        return byValue == 0 ? one.CompareTo(other) : metric.FewerIsBetter ? -byValue : byValue;
    }

    /// <summary>The remainder of an uneven division goes to the first tiles, one each.</summary>
    private static int StartOf(int tile, int count) => (tile * (count / Tiles)) + Math.Min(tile, count % Tiles);

    /// <summary>The largest value of each group but the highest. A record on the edge may be on either side of it.</summary>
    private static decimal[] FindEdges(TierMetric metric, int[] worstFirst)
        => [.. Enumerable.Range(1, Tiles - 1).Select(edge => metric.ToDecimal(metric.Values[worstFirst[PlaceOfEdge(edge, metric)]]))];

    private static int PlaceOfEdge(int edge, TierMetric metric)
    {
        var count = metric.Values.Length;
        return metric.FewerIsBetter ? Math.Min(StartOf(Tiles - edge, count), count - 1) : Math.Max(StartOf(edge, count) - 1, 0);
    }
}
