namespace LowCodeErp.Runtime.Tiering;

/// <summary>The limits between the groups of a run by RFM, see <see cref="MetricScores.Edges"/>; empty when nobody had an order.</summary>
public sealed record RfmEdges(IReadOnlyList<decimal> Recency, IReadOnlyList<decimal> Frequency, IReadOnlyList<decimal> Monetary);
