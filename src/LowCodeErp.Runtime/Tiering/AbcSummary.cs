using LowCodeErp.Metadata.Tiering;

namespace LowCodeErp.Runtime.Tiering;

/// <param name="PositiveTotal">The sum of all positive amounts: what the shares are shares of.</param>
public sealed record AbcSummary(AbcDefinition Settings, decimal PositiveTotal);
