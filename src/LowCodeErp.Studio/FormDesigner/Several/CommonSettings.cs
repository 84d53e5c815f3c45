using System.Text.Json;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;

namespace LowCodeErp.Studio.FormDesigner.Several;

/// <summary>The settings that several fields of one type have in common.</summary>
public static class CommonSettings
{
    /// <summary>The members that are the same in all; null when there is none.</summary>
    public static JsonElement? Of(Type record, IReadOnlyList<FieldDefinition> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return Names(fields).Except(Different(fields))
            .Aggregate((JsonElement?)null, (common, member) => DefinitionEdit.Set(record, common, member, DefinitionEdit.Get(fields[0].Settings, member)));
    }

    /// <summary>The members that are not.</summary>
    public static IReadOnlyList<string> Different(IReadOnlyList<FieldDefinition> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return [.. Names(fields).Where(member => fields.Any(field => !AreSame(DefinitionEdit.Get(field.Settings, member), DefinitionEdit.Get(fields[0].Settings, member))))];
    }

    /// <summary>What was changed in the common settings, changed in those of one field; all else it keeps.</summary>
    public static JsonElement? Take(Type record, JsonElement? own, JsonElement? before, JsonElement? after)
        => Names(before).Union(Names(after), StringComparer.Ordinal)
            .Where(member => !AreSame(DefinitionEdit.Get(before, member), DefinitionEdit.Get(after, member)))
            .Aggregate(own, (settings, member) => DefinitionEdit.Set(record, settings, member, DefinitionEdit.Get(after, member)));

    private static IEnumerable<string> Names(IReadOnlyList<FieldDefinition> fields) => fields.SelectMany(field => Names(field.Settings)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Names(JsonElement? settings)
        => settings is { ValueKind: JsonValueKind.Object } written ? written.EnumerateObject().Select(member => member.Name) : [];

    private static bool AreSame(JsonElement? one, JsonElement? other) => one is { } left && other is { } right ? JsonElement.DeepEquals(left, right) : one is null && other is null;
}
