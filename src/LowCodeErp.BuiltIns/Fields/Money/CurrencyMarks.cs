namespace LowCodeErp.BuiltIns.Fields.Money;

/// <summary>How people write currencies. A currency that is not listed is written by its code.</summary>
internal static class CurrencyMarks
{
    private static readonly IReadOnlyDictionary<string, string[]> ByCode = new Dictionary<string, string[]>
    {
        ["CNY"] = ["¥", "元", "圆", "RMB", "人民币"],
        ["USD"] = ["$", "US$", "美元"],
        ["EUR"] = ["€", "欧元"],
        ["GBP"] = ["£", "英镑"],
        ["JPY"] = ["¥", "円", "日元"],
        ["HKD"] = ["HK$", "港元", "港币"],
    };

    public static bool Stands(string mark, string currency)
        => mark.Equals(currency, StringComparison.OrdinalIgnoreCase) || Marks(currency).Contains(mark, StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string mark) => ByCode.Keys.Any(currency => Stands(mark, currency));

    /// <summary>In front of an amount: the sign of the home currency, else the code, which is never ambiguous.</summary>
    public static string Prefix(string currency) => currency == "CNY" ? "¥" : $"{currency} ";

    private static string[] Marks(string currency) => ByCode.GetValueOrDefault(currency) ?? [];
}
