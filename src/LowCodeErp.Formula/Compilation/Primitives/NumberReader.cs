using System.Globalization;

namespace LowCodeErp.Formula.Compilation;

/// <summary>Reads a number as people type it: 1,234.50, ￥12, -3%, 2e3. Anything else is no number.</summary>
internal static class NumberReader
{
    private const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowThousands;

    public static decimal? Read(string? text)
    {
        if (text is null || text.Length > 60)
        {
            return null;
        }

        var rest = string.Concat(text.Where(character => !char.IsWhiteSpace(character)).Select(Text.CharacterFolding.Fold));
        var isBracketed = TakeBrackets(ref rest);
        var isNegative = false;
        for (var count = 0; rest.Length > 0 && count < 2 && TakePrefix(ref rest, ref isNegative); count++)
        {
        }

        var isPercent = rest.EndsWith('%');
        rest = isPercent ? rest[..^1] : rest;
        var isNumber = rest.Length > 0 && (char.IsAsciiDigit(rest[0]) || rest[0] == '.') && GroupsAreWhole(rest);
        if (!isNumber || !decimal.TryParse(rest, Styles, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        number = isPercent ? number / 100 : number;
        return isNegative || isBracketed ? -number : number;
    }

    /// <summary>Accountants write losses in brackets.</summary>
    private static bool TakeBrackets(ref string text)
    {
        var isBracketed = text.Length > 2 && text.EndsWith(')') && text.Contains('(', StringComparison.Ordinal);
        text = isBracketed ? text[..^1].Remove(text.IndexOf('(', StringComparison.Ordinal), 1) : text;
        return isBracketed;
    }

    private static bool TakePrefix(ref string text, ref bool isNegative)
    {
        if (text[0] is not ('+' or '-' or '$' or '¥' or '￥'))
        {
            return false;
        }

        isNegative |= text[0] == '-';
        text = text[1..];
        return true;
    }

    /// <summary>"1,2,3" is a list, not 123: groups after a comma have three digits.</summary>
    private static bool GroupsAreWhole(string text)
    {
        var end = text.IndexOfAny(['.', 'e', 'E']);
        var groups = (end < 0 ? text : text[..end]).Split(',');
        return groups.Length == 1 || (groups[0].Length is > 0 and < 4 && groups.Skip(1).All(group => group.Length == 3));
    }
}
