namespace LowCodeErp.BuiltIns.Fields.Barcode;

/// <summary>EAN-13, 商品条码 (GB 12904): the last digit fills the sum up to a multiple of ten, in which every second digit counts three times.</summary>
internal static class ArticleNumber
{
    public const int Length = 13;

    /// <summary>What the last digit has to be after the others.</summary>
    public static char ExpectedCheck(string digits)
    {
        var sum = digits.Take(Length - 1).Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 1 : 3)).Sum();
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
