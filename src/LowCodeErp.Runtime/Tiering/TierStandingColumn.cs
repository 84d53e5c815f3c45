namespace LowCodeErp.Runtime.Tiering;

/// <summary>By what the rows of a run may be sorted.</summary>
public enum TierStandingColumn
{
    Code,
    Title,
    Tier,
    Score,
    Recency,
    Frequency,
    Monetary,
    Share,
    RecencyDays,
    Orders,
    Amount,
    FirstDate,
    LastDate,
}
