using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Studio.Editing;

/// <summary>The fields of a form, and the columns of its sub-tables, which stand in the settings of these: both are lists of fields that are edited alike.</summary>
public static class FieldLists
{
    private const string Columns = "fields";
    private const string Totals = "totals";

    /// <param name="table">Key of a sub-table; null for the form itself.</param>
    /// <returns>Nothing for a sub-table that is not there, or whose columns cannot be read.</returns>
    public static IReadOnlyList<FieldDefinition> Of(FormDefinition form, string? table)
    {
        ArgumentNullException.ThrowIfNull(form);
        return table is null ? form.Fields : form.Fields.FirstOrDefault(field => field.Key == table) is { } found ? ColumnsOf(found) ?? [] : [];
    }

    /// <summary>Null for a field that is no sub-table, or one whose columns cannot be read: those were written by hand.</summary>
    public static IReadOnlyList<FieldDefinition>? ColumnsOf(FieldDefinition table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Type != FieldDefinition.SubTable)
        {
            return null;
        }

        var diagnostics = new DiagnosticBag();
        var columns = DefinitionEdit.Get(table.Settings, Columns) switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } written => written.EnumerateArray().Select(column => (FieldDefinition?)DefinitionReader.Read(typeof(FieldDefinition), column, Columns, diagnostics)).ToList(),
            _ => null,
        };
        return diagnostics.HasErrors ? null : columns?.OfType<FieldDefinition>().ToList();
    }

    /// <summary>The form with another list of fields; itself where there is no such sub-table or the list is the same.</summary>
    public static FormDefinition Change(FormDefinition form, string? table, Func<IReadOnlyList<FieldDefinition>, IReadOnlyList<FieldDefinition>> change)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(change);
        var changed = table is null
            ? change(form.Fields)
            : [.. form.Fields.Select(field => field.Key == table && ColumnsOf(field) is { } columns ? With(field, columns, change(columns)) : field)];
        return changed.SequenceEqual(form.Fields) ? form : form with { Fields = changed };
    }

    /// <summary>Follows a column that is called otherwise into what its sub-table says of it; null: it is gone.</summary>
    public static FormDefinition Follow(FormDefinition form, string table, string column, string? key)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form with { Fields = [.. form.Fields.Select(field => field.Key == table ? Follow(field, column, key) : field)] };
    }

    private static FieldDefinition With(FieldDefinition table, IReadOnlyList<FieldDefinition> before, IReadOnlyList<FieldDefinition> after)
        => after.SequenceEqual(before) ? table : Set(table, Columns, new JsonArray([.. after.Select(column => JsonNode.Parse(DefinitionWriter.Write(column)))]));

    private static FieldDefinition Follow(FieldDefinition table, string column, string? key)
    {
        if (DefinitionEdit.Get(table.Settings, Totals) is not { ValueKind: JsonValueKind.Array } totals)
        {
            return table;
        }

        var followed = totals.EnumerateArray().Select(total => total.ValueKind == JsonValueKind.String && total.GetString() == column ? key : total.ToString()).OfType<string>();
        return Set(table, Totals, new JsonArray([.. followed.Select(total => JsonValue.Create(total))]));
    }

    /// <summary>Columns come first, as the settings have them.</summary>
    private static FieldDefinition Set(FieldDefinition table, string member, JsonNode? value)
    {
        var settings = table.Settings is { ValueKind: JsonValueKind.Object } written ? JsonNode.Parse(written.GetRawText())!.AsObject() : [];
        if (settings.ContainsKey(member))
        {
            settings[member] = value;
        }
        else
        {
            settings.Insert(0, member, value);
        }

        return table with { Settings = JsonSerializer.SerializeToElement(settings) };
    }
}
