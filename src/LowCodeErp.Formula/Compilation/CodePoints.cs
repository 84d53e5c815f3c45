namespace LowCodeErp.Formula.Compilation;

/// <summary>Texts counted in code points, as the databases do: 𠮷 is one character though .NET stores two.</summary>
internal static class CodePoints
{
    public static int Count(string text)
    {
        var count = text.Length;
        for (var index = 1; index < text.Length; index++)
        {
            if (char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]))
            {
                count--;
            }
        }

        return count;
    }

    /// <summary>The index in .NET of the code point at <paramref name="position"/>, at most the length.</summary>
    public static int IndexOf(string text, int position)
    {
        var index = 0;
        while (position > 0 && index < text.Length)
        {
            index += index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;
            position--;
        }

        return index;
    }

    public static string Slice(string text, int start, int count)
    {
        var from = IndexOf(text, start);
        var rest = text[from..];
        return rest[..IndexOf(rest, count)];
    }

    /// <summary>How many code points stand before the index.</summary>
    public static int PositionOf(string text, int index) => Count(text[..index]);
}
