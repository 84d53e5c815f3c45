namespace LowCodeErp.Runtime.Tiering;

/// <summary>The tier of one record and everything that it was decided by.</summary>
/// <param name="Amount">The metrics' total in the currency.</param>
/// <param name="RecencyDays">From the last order to the analysis date; null without an order.</param>
/// <param name="Rfm">Null for another method, and without an order.</param>
/// <param name="Share">The cumulative share of method ABC, see <see cref="AbcPlace"/>; else null.</param>
/// <param name="Tier">The key of the tier.</param>
public sealed record TierResult(OrderMetrics Metrics, decimal Amount, int? RecencyDays, RfmScores? Rfm, decimal? Share, string Tier);
