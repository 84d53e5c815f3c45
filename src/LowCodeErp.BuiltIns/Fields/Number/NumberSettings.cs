namespace LowCodeErp.BuiltIns.Fields.Number;

public sealed record NumberSettings
{
    /// <summary>Digits behind the point, from 0 to 10; more are rounded half away from zero.</summary>
    public int Decimals { get; init; } = 2;

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }
}
