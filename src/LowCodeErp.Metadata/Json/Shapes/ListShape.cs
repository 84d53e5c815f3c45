using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Json.Shapes;

internal sealed class ListShape(Type itemType, JsonShape item) : JsonShape
{
    private static readonly LocalizedText Name = new("列表 [ ]", "a list [ ]");

    public override object? Read(ref Utf8JsonReader reader, JsonReading reading)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Refuse(ref reader, reading, Name);
        }

        var items = new ArrayList();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reading.Enter(items.Count);
            items.Add(item.Read(ref reader, reading));
            reading.Leave();
        }

        return reading.Errors.Count == 0 ? items.ToArray(itemType) : null;
    }

    public override void Write(CanonicalText text, object? value)
    {
        text.OpenList();
        foreach (var content in (IEnumerable)value!)
        {
            text.Item();
            item.Write(text, content);
        }

        text.Close();
    }

    public override bool AreSame(object? left, object? right)
    {
        var (first, second) = (((IEnumerable)left!).Cast<object?>().ToList(), ((IEnumerable)right!).Cast<object?>().ToList());
        return first.Count == second.Count && first.Zip(second, item.AreSame).All(same => same);
    }

    public override JsonObject Describe(SchemaParts parts) => new() { ["type"] = "array", ["items"] = item.Describe(parts) };
}
