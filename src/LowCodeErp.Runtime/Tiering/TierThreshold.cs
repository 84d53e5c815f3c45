namespace LowCodeErp.Runtime.Tiering;

/// <summary>A tier as a run knew it.</summary>
/// <param name="FromScore">See <see cref="Metadata.Tiering.TierDefinition.FromScore"/>.</param>
public sealed record TierThreshold(string Key, decimal? FromScore);
