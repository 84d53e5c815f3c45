using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Json.Shapes;

internal sealed class BooleanShape : JsonShape
{
    private static readonly LocalizedText Name = new(" true 或 false（不带引号）", "true or false (without quotation marks)");

    public override object? Read(ref Utf8JsonReader reader, JsonReading reading)
        => reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean() : Refuse(ref reader, reading, Name);

    public override void Write(CanonicalText text, object? value) => text.Word((bool)value! ? "true" : "false");

    public override JsonObject Describe(SchemaParts parts) => new() { ["type"] = "boolean" };
}
