namespace LowCodeErp.Runtime.Tiering;

/// <summary>The outcome of scoring.</summary>
/// <param name="Results">In the order of the codes.</param>
/// <param name="Edges">Null for another method than RFM.</param>
/// <param name="PositiveTotal">What ABC's shares are shares of; null for another method.</param>
public sealed record TierScores(IReadOnlyList<TierResult> Results, RfmEdges? Edges, decimal? PositiveTotal);
