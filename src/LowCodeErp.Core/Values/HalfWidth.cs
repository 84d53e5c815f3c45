using System.Text;

namespace LowCodeErp.Core.Values;

/// <summary>How texts are compared and read that may be typed among Chinese.</summary>
public static class HalfWidth
{
    /// <summary>Full-width letters, digits and signs as ASCII; the ideographic space as a space; trimmed.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ascii.IsValid(text) ? text.Trim() : string.Concat(text.Select(Of)).Trim();
    }

    private static char Of(char character) => character switch
    {
        '\u3000' or '\u00a0' => ' ',
        '\uffe5' => '¥',
        '\u2212' => '-',
        >= '\uff01' and <= '\uff5e' => (char)(character - 0xfee0),
        _ => character,
    };
}
