using System.Text.Json;
using System.Text.Json.Nodes;

namespace LowCodeErp.Metadata.Json.Shapes;

internal sealed class NullableShape(JsonShape inner) : JsonShape
{
    public override object? Read(ref Utf8JsonReader reader, JsonReading reading)
        => reader.TokenType == JsonTokenType.Null ? null : inner.Read(ref reader, reading);

    public override void Write(CanonicalText text, object? value)
    {
        if (value is null)
        {
            text.Word("null");
        }
        else
        {
            inner.Write(text, value);
        }
    }

    public override bool AreSame(object? left, object? right)
        => left is null || right is null ? left == right : inner.AreSame(left, right);

    public override JsonObject Describe(SchemaParts parts)
        => new() { ["anyOf"] = new JsonArray(inner.Describe(parts), new JsonObject { ["type"] = "null" }) };
}
