using System.Text.Json;
using System.Text.Json.Nodes;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>JSON kept as it was written, because only the extension that it is for knows its members.</summary>
internal sealed class VerbatimShape : ObjectShape
{
    public override object? Read(ref Utf8JsonReader reader, JsonReading reading)
    {
        var start = reader;
        Check(ref reader, reading);
        return reading.Errors.Count == 0 ? JsonElement.ParseValue(ref start) : null;
    }

    public override void Write(CanonicalText text, object? value) => text.Element((JsonElement)value!);

    public override bool AreSame(object? left, object? right)
    {
        var (first, second) = ((JsonElement)left!, (JsonElement)right!);
        return first.ValueKind == JsonValueKind.Undefined || second.ValueKind == JsonValueKind.Undefined
            ? first.ValueKind == second.ValueKind
            : first.GetRawText() == second.GetRawText();
    }

    public override JsonObject Describe(SchemaParts parts) => [];

    /// <summary>Looks for what no extension may be handed: duplicate members and broken texts.</summary>
    private static void Check(ref Utf8JsonReader reader, JsonReading reading)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                ReadMembers(ref reader, reading, (ref Utf8JsonReader reader, string _, long _) => Check(ref reader, reading));
                break;
            case JsonTokenType.StartArray:
                for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                {
                    reading.Enter(index);
                    Check(ref reader, reading);
                    reading.Leave();
                }

                break;
            case JsonTokenType.String:
                reading.ReadText(ref reader);
                break;
        }
    }
}
