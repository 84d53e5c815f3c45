namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// Cuts an Excel format such as <c>#,##0.00;(0)</c> or <c>yyyy"年"m"月"</c> into pieces. Quotes and \ take the meaning away;
/// a letter that means nothing stands for itself.
/// </summary>
internal static class FormatReader
{
    /// <summary>The sections for positive numbers, negative numbers and zero; as many as were written.</summary>
    public static List<List<FormatItem>> Read(string format)
    {
        List<List<FormatItem>> sections = [[]];
        var index = 0;
        while (index < format.Length)
        {
            if (format[index] == ';')
            {
                sections.Add([]);
                index++;
                continue;
            }

            var (item, length) = ReadOne(format, index);
            sections[^1].Add(item);
            index += length;
        }

        return sections;
    }

    private static (FormatItem Item, int Length) ReadOne(string format, int index)
    {
        switch (format[index])
        {
            case '"':
                var close = format.IndexOf('"', index + 1);
                var end = close < 0 ? format.Length : close;
                return (new(FormatItemKind.Literal, format[(index + 1)..end]), end - index + 1);
            case '\\' when index + 1 < format.Length:
                return (new(FormatItemKind.Literal, format[(index + 1)..(index + 2)]), 2);
            case '0' or '#' or '?':
                return (new(FormatItemKind.Digit, format[index].ToString()), 1);
            case '.':
                return (new(FormatItemKind.Point, "."), 1);
            case ',':
                return (new(FormatItemKind.Comma, ","), 1);
            case '%':
                return (new(FormatItemKind.Percent, "%"), 1);
            case 'E' or 'e' when index + 1 < format.Length && format[index + 1] is '+' or '-':
                return (new(FormatItemKind.Exponent, format.Substring(index, 2)), 2);
            default:
                return ReadLetters(format, index);
        }
    }

    private static (FormatItem Item, int Length) ReadLetters(string format, int index)
    {
        foreach (var noon in (string[])["AM/PM", "A/P"])
        {
            if (string.Compare(format, index, noon, 0, noon.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return (new(FormatItemKind.Noon, noon), noon.Length);
            }
        }

        var letter = char.ToLowerInvariant(format[index]);
        if (!"ymdhs".Contains(letter, StringComparison.Ordinal))
        {
            return (new(FormatItemKind.Literal, format[index].ToString()), 1);
        }

        var end = index;
        while (end < format.Length && char.ToLowerInvariant(format[end]) == letter)
        {
            end++;
        }

        return (new(FormatItemKind.DatePart, format[index..end]), end - index);
    }
}
