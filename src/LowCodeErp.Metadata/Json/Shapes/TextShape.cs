using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Json.Shapes;

internal sealed class TextShape : JsonShape
{
    public static LocalizedText Name { get; } = new("文本", "a text");

    public override object? Read(ref Utf8JsonReader reader, JsonReading reading)
        => reader.TokenType == JsonTokenType.String ? reading.ReadText(ref reader) : Refuse(ref reader, reading, Name);

    public override void Write(CanonicalText text, object? value) => text.Text((string)value!);

    public override JsonObject Describe(SchemaParts parts) => new() { ["type"] = "string" };
}
