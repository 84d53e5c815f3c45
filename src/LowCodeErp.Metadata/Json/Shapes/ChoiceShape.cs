using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>An enum, written as a key: <c>SubTable</c> as <c>sub-table</c>.</summary>
internal sealed class ChoiceShape(Type type) : JsonShape
{
    private readonly OrderedDictionary<string, object> _values = new(
        Enum.GetNames(type).Select(name => KeyValuePair.Create(Key.FromName(name), Enum.Parse(type, name))));

    public override object? Read(ref Utf8JsonReader reader, JsonReading reading)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return Refuse(ref reader, reading, TextShape.Name);
        }

        var found = reading.ReadText(ref reader);
        if (_values.TryGetValue(found, out var value))
        {
            return value;
        }

        reading.Report(reader.TokenStartIndex, place => MetadataDiagnostics.UnknownChoice(
            place, JsonPath.Shorten(found), NearestName.Find(found, _values.Keys), _values.Keys));
        return null;
    }

    public override void Write(CanonicalText text, object? value) => text.Text(_values.First(pair => pair.Value.Equals(value)).Key);

    public override JsonObject Describe(SchemaParts parts)
        => new() { ["enum"] = new JsonArray([.. _values.Keys.Select(key => JsonValue.Create(key))]) };
}
