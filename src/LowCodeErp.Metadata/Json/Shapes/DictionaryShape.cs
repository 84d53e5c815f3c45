using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>Entries by key. They have no order of their own, so they are written in the ordinal order of their keys.</summary>
internal sealed class DictionaryShape(Type valueType, JsonShape value) : ObjectShape
{
    private readonly Type _type = typeof(Dictionary<,>).MakeGenericType(typeof(string), valueType);
    private readonly Type _entryType = typeof(KeyValuePair<,>).MakeGenericType(typeof(string), valueType);

    public override object? Read(ref Utf8JsonReader reader, JsonReading reading)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Refuse(ref reader, reading, Name);
        }

        var entries = (IDictionary)Activator.CreateInstance(_type, StringComparer.Ordinal)!;
        ReadMembers(ref reader, reading, (ref Utf8JsonReader reader, string name, long _) =>
        {
            var content = value.Read(ref reader, reading);
            if (reading.Errors.Count == 0)
            {
                entries.Add(name, content);
            }
        });
        return entries;
    }

    public override void Write(CanonicalText text, object? entries)
    {
        text.OpenObject();
        foreach (var (name, content) in Sort(entries))
        {
            text.Member(name);
            value.Write(text, content);
        }

        text.Close();
    }

    public override bool AreSame(object? left, object? right)
    {
        var (first, second) = (Sort(left), Sort(right));
        return first.Count == second.Count
            && first.Zip(second, (one, other) => one.Name == other.Name && value.AreSame(one.Content, other.Content)).All(same => same);
    }

    public override JsonObject Describe(SchemaParts parts)
        => new() { ["type"] = "object", ["additionalProperties"] = value.Describe(parts) };

    private List<(string Name, object? Content)> Sort(object? entries)
    {
        var (key, content) = (_entryType.GetProperty("Key")!, _entryType.GetProperty("Value")!);
        return [.. ((IEnumerable)entries!).Cast<object>()
            .Select(entry => ((string)key.GetValue(entry)!, content.GetValue(entry)))
            .OrderBy(entry => entry.Item1, StringComparer.Ordinal)];
    }
}
