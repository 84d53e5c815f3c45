using System.Text.Encodings.Web;
using System.Text.Json;

namespace LowCodeErp.Metadata.Json;

/// <summary>Names a place in a definition: <c>fields[2].settings.minimum</c>. Blank is the whole definition.</summary>
public static class JsonPath
{
    /// <summary>Longer names are cut, so that a runaway text cannot flood the messages.</summary>
    private const int MaximumNameLength = 60;

    public static string Member(string path, string name)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(name);
        if (!IsPlain(name))
        {
            return $"{path}[\"{JsonEncodedText.Encode(Shorten(name), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"]";
        }

        return path.Length == 0 ? Shorten(name) : $"{path}.{Shorten(name)}";
    }

    public static string Item(string path, int index) => $"{path}[{index}]";

    internal static string Shorten(string text)
    {
        if (text.Length <= MaximumNameLength)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[MaximumNameLength - 1]) ? MaximumNameLength - 1 : MaximumNameLength;
        return text[..length] + "…";
    }

    private static bool IsPlain(string name)
        => name.Length > 0 && name.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '$');
}
