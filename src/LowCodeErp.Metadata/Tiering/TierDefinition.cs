using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Tiering;

public sealed record TierDefinition
{
    /// <summary>What is stored and shown: <c>A</c>.</summary>
    public required string Key { get; init; }

    public required LocalizedText Label { get; init; }

    /// <summary>Method <c>rfm</c>: the lowest score of this tier, inclusive; the last tier but one starts at 0.</summary>
    public decimal? FromScore { get; init; }

    /// <summary>A CSS colour for charts and badges: <c>#1a7f5a</c>.</summary>
    public string? Color { get; init; }
}
