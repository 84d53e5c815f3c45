namespace LowCodeErp.Runtime.Tiering;

/// <param name="TotalCount">All rows that the query finds, whatever the page.</param>
public sealed record TierStandingPage(IReadOnlyList<TierStanding> Rows, int TotalCount);
