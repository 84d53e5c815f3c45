namespace LowCodeErp.Metadata.Tiering;

/// <summary>Recency, frequency and monetary value, each scored 1 to 5 by fifths of all customers.</summary>
public sealed record RfmDefinition
{
    public TieRule TieRule { get; init; } = TieRule.Quantile;

    /// <summary>Weights of the three scores; the total score is their weighted mean on a scale of 20 to 100.</summary>
    public decimal RecencyWeight { get; init; } = 30;

    public decimal FrequencyWeight { get; init; } = 30;

    public decimal MonetaryWeight { get; init; } = 40;
}
