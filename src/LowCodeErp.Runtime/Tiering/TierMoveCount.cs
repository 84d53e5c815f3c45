namespace LowCodeErp.Runtime.Tiering;

/// <param name="From">Null for records that had no tier before.</param>
public sealed record TierMoveCount(string? From, string To, int Records);
