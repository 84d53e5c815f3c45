using System.Text;

namespace LowCodeErp.Formula.Compilation;

/// <summary>Amounts as they stand on Chinese invoices: 1234.5 is 壹仟贰佰叁拾肆元伍角.</summary>
internal static class ChineseAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private const decimal Limit = 1_0000_0000_0000_0000m;
    private static readonly string[] Places = ["", "拾", "佰", "仟"];
    private static readonly string[] Groups = ["", "万", "亿", "万"];

    public static string? Write(decimal amount)
    {
        var cents = Math.Round(Math.Abs(amount), 2, MidpointRounding.AwayFromZero);
        if (cents >= Limit)
        {
            return null;
        }

        var whole = decimal.ToInt64(decimal.Truncate(cents));
        var fraction = (int)((cents - whole) * 100);
        var text = new StringBuilder(amount < 0 && cents > 0 ? "负" : "");
        if (whole > 0 || fraction == 0)
        {
            text.Append(whole == 0 ? "零" : WriteWhole(whole)).Append('元');
        }

        return text.Append(WriteFraction(fraction, whole > 0)).ToString();
    }

    private static string WriteWhole(long whole)
    {
        var text = new StringBuilder();
        var needsZero = false;
        var endsInHundredMillions = whole / 1_0000_0000 % 10_000 == 0;
        for (var group = 3; group >= 0; group--)
        {
            var four = (int)(whole / (long)Math.Pow(10_000, group) % 10_000);
            needsZero |= text.Length > 0 && four < 1_000;
            if (four == 0)
            {
                continue;
            }

            text.Append(needsZero ? "零" : "").Append(WriteFour(four)).Append(Groups[group]).Append(group == 3 && endsInHundredMillions ? "亿" : "");
            needsZero = false;
        }

        return text.ToString();
    }

    private static string WriteFour(int four)
    {
        var text = new StringBuilder();
        var needsZero = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = four / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                needsZero = text.Length > 0;
                continue;
            }

            text.Append(needsZero ? "零" : "").Append(Digits[digit]).Append(Places[place]);
            needsZero = false;
        }

        return text.ToString();
    }

    private static string WriteFraction(int fraction, bool hasWhole)
    {
        var (tens, ones) = (fraction / 10, fraction % 10);
        return (tens, ones) switch
        {
            (0, 0) => "整",
            (0, _) => $"{(hasWhole ? "零" : "")}{Digits[ones]}分",
            (_, 0) => $"{Digits[tens]}角",
            _ => $"{Digits[tens]}角{Digits[ones]}分",
        };
    }
}
