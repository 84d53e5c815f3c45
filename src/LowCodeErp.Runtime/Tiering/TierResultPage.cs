namespace LowCodeErp.Runtime.Tiering;

/// <param name="Total">How many results there are on all pages.</param>
public sealed record TierResultPage(IReadOnlyList<TierResult> Results, int Total);
