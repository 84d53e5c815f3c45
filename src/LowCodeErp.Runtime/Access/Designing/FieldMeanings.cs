using System.Text.Json.Nodes;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Runtime.Access.Designing;

/// <summary>
/// What is said of the fields of a form apart from the texts that stand at them, so that a field with another name means what it did. By key,
/// of columns of sub-tables <c>lines.price</c>; a sub-table is then what is left of it.
/// </summary>
internal static class FieldMeanings
{
    private static readonly string[] _texts = ["label", "help", "placeholder"];

    public static IReadOnlyDictionary<string, string> Of(FormDefinition form)
    {
        var meanings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in form.Fields)
        {
            var json = JsonNode.Parse(DefinitionWriter.Write(field))!.AsObject();
            foreach (var column in field.Type == FieldDefinition.SubTable ? TakeColumns(json) : [])
            {
                meanings[$"{field.Key}.{(string?)column["key"]}"] = Meaning(column);
            }

            meanings[field.Key] = Meaning(json);
        }

        return meanings;
    }

    private static IReadOnlyList<JsonObject> TakeColumns(JsonObject table)
    {
        var settings = table["settings"] as JsonObject;
        var columns = settings?["fields"] as JsonArray ?? [];
        settings?.Remove("fields");
        return [.. columns.OfType<JsonObject>()];
    }

    private static string Meaning(JsonObject field) => new JsonObject(field.Where(member => !_texts.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString();
}
