using System.Buffers;

namespace LowCodeErp.Core.Values;

/// <summary>Several values as one text, as files and people write them: <c>红、蓝</c>, <c>red; blue</c>, or one a line.</summary>
public static class ListText
{
    private static readonly char[] Separators = [',', '，', ';', '；', '、', '\n', '\r'];
    private static readonly SearchValues<char> Searched = SearchValues.Create(Separators);

    public static bool HasSeparator(string text) => text.AsSpan().ContainsAny(Searched);

    /// <summary>Trimmed, without blanks.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public static string Join(IEnumerable<string> texts) => string.Join('、', texts);
}
