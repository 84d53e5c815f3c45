using System.Globalization;
using System.Text;
using LowCodeErp.Core.Values;

namespace LowCodeErp.BuiltIns.Fields;

/// <summary>Input as text, without what cannot be seen or stored.</summary>
internal static class PlainText
{
    /// <summary>
    /// Trims (full-width spaces and byte-order marks too), drops control characters and replaces broken ones. Line breaks
    /// become single LFs, or spaces where only one line is wanted. A long number in a cell becomes its digits.
    /// </summary>
    public static string Read(InputValue input, bool isMultiline = false) => input.Content switch
    {
        null => "",
        string text => Clean(text, isMultiline),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool boolean => boolean ? "true" : "false",
        _ => "",
    };

    /// <summary>Full-width letters, digits and signs as ASCII; trimmed.</summary>
    public static string ToHalfWidth(string text) => HalfWidth.Of(text);

    private static string Clean(string text, bool isMultiline)
    {
        if (!NeedsCare(text))
        {
            return Trim(text);
        }

        var lines = text.ReplaceLineEndings("\n").Replace('\n', isMultiline ? '\n' : ' ');
        var clean = new StringBuilder(lines.Length);
        foreach (var rune in lines.EnumerateRunes().Where(rune => !Rune.IsControl(rune) || rune.Value is '\n' or '\t'))
        {
            clean.Append(rune.ToString());
        }

        return Trim(clean.ToString());
    }

    /// <summary>Most texts of a file need nothing but trimming, and an import reads millions.</summary>
    private static bool NeedsCare(string text)
    {
        foreach (var character in text)
        {
            if (NeedsCare(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Halves of characters beyond 16 bits, which may be broken, and whatever breaks a line or cannot be seen.</summary>
    private static bool NeedsCare(char character)
        => char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029';

    private static string Trim(string text) => text.Trim().Trim('\ufeff', '\u200b').Trim();
}
