using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Metadata.Json.Shapes;

namespace LowCodeErp.Metadata.Json;

/// <summary>The JSON schema of a definition, for editors outside the product. It says what <see cref="DefinitionReader"/> accepts.</summary>
public static class DefinitionSchema
{
    public static string For(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var parts = new SchemaParts();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$ref"] = JsonShape.Of(type).Describe(parts)["$ref"]!.DeepClone(),
            ["$defs"] = parts.Definitions,
        };
        var text = new CanonicalText();
        text.Element(JsonSerializer.SerializeToElement(schema));
        return text.ToString();
    }
}
