namespace LowCodeErp.BuiltIns.Fields.Money;

public sealed record MoneySettings
{
    /// <summary>ISO 4217: <c>CNY</c>.</summary>
    public string Currency { get; init; } = "CNY";

    /// <summary>Digits behind the point, from 0 to 10; more are rounded half away from zero.</summary>
    public int Decimals { get; init; } = 2;

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }
}
