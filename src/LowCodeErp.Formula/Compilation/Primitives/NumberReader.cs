using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace LowCodeErp.Formula.Compilation;

/// <summary>Reads a number as people type it: 1,234.50, ￥12, -3%, 2e3. Anything else is no number.</summary>
internal static partial class NumberReader
{
    private const int LongestText = 60;
    private const int LargestExponent = 99;

    public static decimal? Read(string? text)
    {
        if (text is null || CodePoints.Count(text) > LongestText)
        {
            return null;
        }

        var rest = string.Concat(text.Where(character => !char.IsWhiteSpace(character)).Select(Text.CharacterFolding.Fold));
        var isBracketed = TakeBrackets(ref rest);
        var match = Shape().Match(rest);
        return match.Success && Compute(match) is { } number
            ? isBracketed || match.Groups["sign"].Value.Contains('-', StringComparison.Ordinal) ? -number : number
            : null;
    }

    /// <summary>Accountants write losses in brackets.</summary>
    private static bool TakeBrackets(ref string text)
    {
        var isBracketed = text.Length > 2 && text.EndsWith(')') && text.Contains('(', StringComparison.Ordinal);
        text = isBracketed ? text[..^1].Remove(text.IndexOf('(', StringComparison.Ordinal), 1) : text;
        return isBracketed;
    }

    private static decimal? Compute(Match match)
    {
        var fraction = match.Groups["fraction"].Value;
        var digits = match.Groups["whole"].Value.Replace(",", "", StringComparison.Ordinal) + fraction;
        var exponent = match.Groups["exponent"].Success
            ? BigInteger.Parse(match.Groups["exponent"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : 0;
        if (digits.Length == 0 || BigInteger.Abs(exponent) > LargestExponent)
        {
            return null;
        }

        var shift = (int)exponent - fraction.Length - (match.Groups["percent"].Success ? 2 : 0);
        return CanonicalNumber.OfRatio(
            BigInteger.Parse(digits, CultureInfo.InvariantCulture) * CanonicalNumber.PowerOfTen(Math.Max(shift, 0)),
            CanonicalNumber.PowerOfTen(Math.Max(-shift, 0)));
    }

    /// <summary>"1,2,3" is a list, not 123: groups after a comma have three digits.</summary>
    [GeneratedRegex(
        "^(?<sign>[-+$¥￥]{0,2})(?<whole>[0-9]{1,3}(,[0-9]{3})+|[0-9]*)(\\.(?<fraction>[0-9]*))?([eE](?<exponent>[-+]?[0-9]+))?(?<percent>%)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
