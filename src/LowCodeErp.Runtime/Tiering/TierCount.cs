namespace LowCodeErp.Runtime.Tiering;

/// <summary>A tier in the summary of a run.</summary>
/// <param name="FromScore">See <see cref="Metadata.Tiering.TierDefinition.FromScore"/>.</param>
/// <param name="Records">How many records are in it.</param>
/// <param name="Amount">What their orders amount to.</param>
public sealed record TierCount(string Key, decimal? FromScore, int Records, decimal Amount);
