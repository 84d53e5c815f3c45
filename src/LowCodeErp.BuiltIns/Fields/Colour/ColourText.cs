using System.Text.RegularExpressions;

namespace LowCodeErp.BuiltIns.Fields.Colour;

/// <summary>Colours as sheets of style write them: <c>#2A5BD7</c>, also without the sign, in small letters, or short as <c>#2AD</c>.</summary>
internal static partial class ColourText
{
    /// <summary>With the sign, six digits and capitals; null when it is no colour.</summary>
    public static string? Parse(string text)
    {
        var match = Notation().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var digits = match.Groups["digits"].Value.ToUpperInvariant();
        return "#" + (digits.Length == 6 ? digits : string.Concat(digits.Select(digit => new string(digit, 2))));
    }

    [GeneratedRegex("^#?(?<digits>[0-9A-F]{6}|[0-9A-F]{3})$", RegexOptions.IgnoreCase)]
    private static partial Regex Notation();
}
