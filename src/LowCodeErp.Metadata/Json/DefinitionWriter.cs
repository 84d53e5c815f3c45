using System.Text.Json;
using LowCodeErp.Metadata.Json.Shapes;

namespace LowCodeErp.Metadata.Json;

/// <summary>
/// The one writer of metadata. Equal definitions give equal texts, so that a file changes only where its meaning does:
/// members stand in the order in which the record declares them, and what equals the default is not written.
/// </summary>
public static class DefinitionWriter
{
    public static string Write<T>(T definition)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(definition);
        var text = new CanonicalText();
        JsonShape.Of(definition.GetType()).Write(text, definition);
        return text.ToString();
    }

    /// <summary>A value of any type that may stand in metadata, for editors that put a definition together piece by piece.</summary>
    public static JsonElement Write(Type type, object value)
    {
        ArgumentNullException.ThrowIfNull(type);
        var text = new CanonicalText();
        JsonShape.Of(type).Write(text, value);
        return JsonElement.Parse(text.ToString());
    }
}
