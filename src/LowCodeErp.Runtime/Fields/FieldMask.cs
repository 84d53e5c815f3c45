using System.Globalization;

namespace LowCodeErp.Runtime.Fields;

/// <summary>What is left of a value where somebody may see that there is one, and not which. The stars are always as many: they tell nothing of a length.</summary>
public static class FieldMask
{
    /// <summary>Says that there is a value and nothing else.</summary>
    public const string Whole = "***";

    private const string Middle = "****";
    private const string Rest = "**";
    private const int LeastHidden = 4;

    /// <summary>Of a value of several parts, by the masks of these; null where all are blank.</summary>
    public static string? OfParts(IEnumerable<string?> masks) => masks.Any(mask => mask is not null) ? Whole : null;

    /// <summary><c>138****5678</c>: both ends, where enough is left between them; else nothing.</summary>
    public static string Ends(string text, int first, int last)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length >= first + LeastHidden + last ? text[..first] + Middle + text[^last..] : Whole;
    }

    /// <summary><c>张**</c>: the first character, where it is not the only one.</summary>
    public static string First(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = StringInfo.GetNextTextElement(text);
        return first.Length < text.Length ? first + Rest : Whole;
    }
}
