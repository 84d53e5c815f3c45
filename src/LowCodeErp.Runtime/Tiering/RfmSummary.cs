using LowCodeErp.Metadata.Tiering;

namespace LowCodeErp.Runtime.Tiering;

/// <summary>The settings of a run by RFM and the limits between its groups, see <see cref="MetricScores.Edges"/>; no edges when nobody had an order.</summary>
public sealed record RfmSummary(
    RfmDefinition Settings,
    IReadOnlyList<decimal> RecencyEdges,
    IReadOnlyList<decimal> FrequencyEdges,
    IReadOnlyList<decimal> MonetaryEdges);
