using System.Text.Json;

namespace LowCodeErp.Runtime.Formulas.Json;

/// <summary>JSON may escape half of a character (\ud800), which no text can hold.</summary>
public static class JsonTexts
{
    /// <summary>Where there is such a half, or null.</summary>
    public static string? FindHalf(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.String => IsText(() => element.GetString()) ? null : path,
        JsonValueKind.Array => element.EnumerateArray().Select((item, index) => FindHalf(item, JsonPath.Item(path, index))).FirstOrDefault(found => found is not null),
        JsonValueKind.Object => element.EnumerateObject()
            .Select(member => IsText(() => member.Name) ? FindHalf(member.Value, JsonPath.Member(path, member.Name)) : path)
            .FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static bool IsText(Func<string?> read)
    {
        try
        {
            return read() is not null;
        }
        catch (InvalidOperationException)
        {
            // All that JsonElement has to say of a text that is none.
            return false;
        }
    }
}
