namespace LowCodeErp.Runtime.Tiering;

/// <summary>A tier in the findings of a run.</summary>
/// <param name="Records">How many records are in it.</param>
/// <param name="Amount">What their orders amount to.</param>
public sealed record TierCount(string Key, int Records, decimal Amount);
