namespace LowCodeErp.Runtime.Tiering;

/// <summary>A run without its rows: what it was made with and what came out.</summary>
public sealed record TierSummary(TierSettings Settings, TierFindings Findings);
