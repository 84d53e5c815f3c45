namespace LowCodeErp.Runtime.Tiering;

/// <param name="Summary">Of the run that gave the tier.</param>
public sealed record StoredTierResult(TierSummary Summary, TierResult Result);
