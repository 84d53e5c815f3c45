namespace LowCodeErp.Runtime.Tiering;

/// <summary>Where a record stood after one of the runs of a model.</summary>
/// <param name="AsOf">The analysis date of the run.</param>
/// <param name="Score">Null for another method than RFM, and without an order.</param>
/// <param name="HasMoved">Whether its tier was another before the run, or it had none.</param>
/// <param name="FromTier">The tier before; null when it had none, or has not moved.</param>
public sealed record TierTrajectoryPoint(long RunId, DateOnly AsOf, string Tier, decimal? Score, int Orders, decimal Amount, bool HasMoved, string? FromTier);
