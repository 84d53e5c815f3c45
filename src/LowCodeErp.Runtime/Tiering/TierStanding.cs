namespace LowCodeErp.Runtime.Tiering;

/// <summary>Where a record stands after a run.</summary>
/// <param name="HasMoved">Whether its tier was another before the run, or it had none.</param>
/// <param name="FromTier">The tier before; null when it had none, or has not moved.</param>
public sealed record TierStanding(TierResult Result, bool HasMoved, string? FromTier);
