namespace LowCodeErp.Runtime.Tiering;

/// <summary>The scores 1 to 5 of one metric.</summary>
/// <param name="Scores">In the order of the metric's values; 5 is best.</param>
/// <param name="Edges">The four limits between the five groups, lowest first, in days, orders or currency.</param>
public sealed record MetricScores(IReadOnlyList<byte> Scores, IReadOnlyList<decimal> Edges);
