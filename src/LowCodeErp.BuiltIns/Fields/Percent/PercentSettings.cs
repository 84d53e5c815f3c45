using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Fields.Percent;

public sealed record PercentSettings
{
    /// <summary>Digits behind the point of the percentage as it is shown, from 0 to 8.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>As a fraction: 0.05 for 5%.</summary>
    [Percentage]
    public decimal? Minimum { get; init; }

    /// <summary>As a fraction: 1 for 100%.</summary>
    [Percentage]
    public decimal? Maximum { get; init; }
}
