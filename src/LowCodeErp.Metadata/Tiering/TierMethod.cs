namespace LowCodeErp.Metadata.Tiering;

public enum TierMethod
{
    /// <summary>Scores of recency, frequency and monetary value.</summary>
    Rfm,

    /// <summary>Cumulative share of the amount.</summary>
    Abc,
}
