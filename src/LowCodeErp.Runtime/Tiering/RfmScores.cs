namespace LowCodeErp.Runtime.Tiering;

/// <summary>Recency, frequency and monetary value, 1 to 5 each, and what they make together.</summary>
/// <param name="Total">From 20 to 100, four digits behind the point.</param>
public readonly record struct RfmScores(byte Recency, byte Frequency, byte Monetary, decimal Total);
