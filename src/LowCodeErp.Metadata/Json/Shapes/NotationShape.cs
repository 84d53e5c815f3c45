using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>What JSON has no notation for and is therefore written as a text: a day, a moment, a time of day.</summary>
/// <param name="name">What is expected, with an example.</param>
/// <param name="schemaFormat">As JSON schemas call the notation.</param>
internal abstract class NotationShape<T>(LocalizedText name, string schemaFormat) : JsonShape where T : struct
{
    public sealed override object? Read(ref Utf8JsonReader reader, JsonReading reading)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return Refuse(ref reader, reading, name);
        }

        var found = reading.ReadText(ref reader);
        if (Parse(found) is { } value)
        {
            return value;
        }

        reading.Report(reader.TokenStartIndex, place => Complain(place, JsonPath.Shorten(found)));
        return null;
    }

    public sealed override void Write(CanonicalText text, object? value) => text.Text(Format((T)value!));

    public sealed override JsonObject Describe(SchemaParts parts) => new() { ["type"] = "string", ["format"] = schemaFormat };

    protected abstract T? Parse(string text);

    protected abstract string Format(T value);

    protected abstract Diagnostic Complain(string place, string found);
}
