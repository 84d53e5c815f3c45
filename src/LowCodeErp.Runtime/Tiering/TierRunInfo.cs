namespace LowCodeErp.Runtime.Tiering;

/// <param name="FinishedAt">In UTC.</param>
/// <param name="Records">How many records got a tier.</param>
public sealed record TierRunInfo(long Id, TierSummary Summary, DateTime FinishedAt, int Records);
