using System.Globalization;
using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Portal.Forms;

/// <summary>Reads what a history entry keeps: <c>{"name":[null,"Acme"]}</c>.</summary>
public static class ChangeReader
{
    /// <summary>In the order of the form. The reference of a line to its own record is left out, as nobody enters it.</summary>
    public static IReadOnlyList<FieldChange> Read(FormModel form, RecordChange change)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(change);
        using var document = JsonDocument.Parse(change.Changes);
        return [.. document.RootElement.EnumerateObject()
            .Where(member => member.Name != HistoryWrite.Confirmed && form.ParentReference?.Key != member.Name)
            .Select(member => change.Masked.Contains(member.Name)
                ? new FieldChange(member.Name, form[member.Name], Value.Of(TextOf(member.Value[0])), Value.Of(TextOf(member.Value[1]))) { IsMasked = true }
                : Read(form.Find(member.Name), member.Name, member.Value[0], member.Value[1]))
            .OrderBy(read => read.Field?.Ordinal ?? int.MaxValue)];
    }

    /// <summary>The warnings that were confirmed with the change, as they were worded then.</summary>
    public static IReadOnlyList<LocalizedText> ReadConfirmed(RecordChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        using var document = JsonDocument.Parse(change.Changes);
        return document.RootElement.TryGetProperty(HistoryWrite.Confirmed, out var confirmed)
            ? [.. confirmed.EnumerateObject().Select(warning => new LocalizedText(warning.Value[0].GetString()!, warning.Value[1].GetString()))]
            : [];
    }

    private static FieldChange Read(FieldModel? field, string key, JsonElement before, JsonElement after)
        => field is not null && ReadValue(field, before) is { } old && ReadValue(field, after) is { } changed
            ? new(key, field, old, changed)
            : new(key, null, Value.Of(TextOf(before)), Value.Of(TextOf(after)));

    private static Value? ReadValue(FieldModel field, JsonElement json) => json.ValueKind == JsonValueKind.Array
        ? field.IsList ? ReadItems(field.ItemKind, [.. json.EnumerateArray()]) : null
        : ReadValue(field.Kind, json);

    private static Value? ReadItems(ValueKind kind, IReadOnlyList<JsonElement> items)
    {
        var values = items.Select(item => ReadValue(kind, item)).OfType<Value>().ToList();
        return values.Count < items.Count ? null
            : kind == ValueKind.Text ? Value.OfTexts(values.Select(value => value.AsText()!))
            : Value.OfIds(values.Select(value => (long)value.Content!));
    }

    /// <summary>Null when the field had another kind when this was written.</summary>
    private static Value? ReadValue(ValueKind kind, JsonElement json) => (kind, json.ValueKind) switch
    {
        (_, JsonValueKind.Null) => Value.Blank(kind),
        (ValueKind.Text, JsonValueKind.String) => Value.Of(json.GetString()),
        (ValueKind.Number or ValueKind.Time, JsonValueKind.Number) when json.TryGetDecimal(out var number) => new(kind, number),
        (ValueKind.Reference, JsonValueKind.Number) when json.TryGetInt64(out var id) => Value.OfReference(id),
        (ValueKind.Boolean, JsonValueKind.True or JsonValueKind.False) => Value.Of(json.GetBoolean()),
        (ValueKind.Date, JsonValueKind.String) when DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => Value.Of(date),
        (ValueKind.DateTime, JsonValueKind.String) when json.TryGetDateTime(out var time) => new(kind, time),
        _ => null,
    };

    private static string? TextOf(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : json.ToString();
}
