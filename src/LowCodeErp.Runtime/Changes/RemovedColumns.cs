using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Compilation;

namespace LowCodeErp.Runtime.Changes;

/// <summary>The columns that a version of a form has taken out of its sub-tables.</summary>
internal static class RemovedColumns
{
    public static IEnumerable<(string Table, string Key)> From(FormDefinition? before, FormDefinition after)
        => Tables(before, after).SelectMany(table => Removed(table.Before, table.After).Select(column => (table.After.Key, JsonItems.Key(column))));

    public static Sourced<FormDefinition> PutBack(FormDefinition? before, Sourced<FormDefinition> form)
    {
        var whole = Tables(before, form.Definition).ToDictionary(table => table.After, table => PutBack(table.After, Removed(table.Before, table.After)));
        if (whole.All(table => table.Key == table.Value))
        {
            return form;
        }

        var definition = form.Definition with { Fields = [.. form.Definition.Fields.Select(field => whole.GetValueOrDefault(field, field))] };
        return new(form.File, definition, DefinitionWriter.Write(definition));
    }

    private static IEnumerable<(FieldDefinition Before, FieldDefinition After)> Tables(FormDefinition? before, FormDefinition after)
        => (before?.Fields ?? []).Where(IsTable).Join(after.Fields.Where(IsTable), field => field.Key, field => field.Key, (old, now) => (old, now));

    private static bool IsTable(FieldDefinition field) => field.Type == FieldDefinition.SubTable;

    private static List<JsonElement> Removed(FieldDefinition before, FieldDefinition after)
    {
        var left = JsonItems.ByKey(JsonItems.Find(after.Settings, "fields"));
        return [.. JsonItems.ByKey(JsonItems.Find(before.Settings, "fields")).Where(column => !left.ContainsKey(column.Key)).Select(column => column.Value)];
    }

    private static FieldDefinition PutBack(FieldDefinition table, List<JsonElement> removed)
    {
        if (removed.Count == 0)
        {
            return table;
        }

        var settings = table.Settings is { ValueKind: JsonValueKind.Object } written ? JsonNode.Parse(written.GetRawText())!.AsObject() : [];
        var columns = settings["fields"] as JsonArray ?? [];
        settings["fields"] = new JsonArray([.. columns.Select(column => column!.DeepClone()), .. removed.Select(column => JsonNode.Parse(column.GetRawText()))]);
        return table with { Settings = JsonSerializer.SerializeToElement(settings) };
    }
}
