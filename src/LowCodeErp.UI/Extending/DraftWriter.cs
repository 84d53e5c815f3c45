using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.UI.Extending;

/// <summary>
/// What somebody has entered into a draft, as a text from which <see cref="DraftReader"/> can go on: by field key what stands there,
/// what stood there before, and the field's name and type, so that it can be told what became of it.
/// </summary>
public static class DraftWriter
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null when nobody has entered anything.</returns>
    public static string? Write(RecordDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var (values, lines) = (WriteValues(draft), WriteSubTables(draft));
        var isEntered = lines.Count > 0 || draft.Form.Fields.Any(field => draft.EntryOf(field) is { } entry && entry.Input != entry.Before);
        return isEntered ? new JsonObject { [DraftJson.Values] = values, [DraftJson.Lines] = lines }.ToJsonString(Options) : null;
    }

    private static JsonObject WriteValues(RecordDraft draft)
    {
        var values = new JsonObject();
        foreach (var field in draft.Form.Fields)
        {
            if (draft.EntryOf(field) is { } entry)
            {
                values[field.Key] = Write(field, entry);
            }
        }

        return values;
    }

    private static JsonObject Write(FieldModel field, FieldEntry entry)
    {
        var json = Describe(field);
        json[DraftJson.Input] = InputJson.Write(entry.Input);
        json[DraftJson.Before] = InputJson.Write(entry.Before);
        json[DraftJson.Title] = entry.Title;
        if (field is { IsList: true, HoldsIds: true })
        {
            json[DraftJson.Titles] = new JsonObject(entry.ItemTitles.Select(title => KeyValuePair.Create(title.Key.ToString(CultureInfo.InvariantCulture), (JsonNode?)title.Value)));
        }

        return json;
    }

    private static JsonObject Describe(FieldModel field) => new()
    {
        [DraftJson.Type] = DraftJson.TypeOf(field),
        [DraftJson.Label] = Write(field.Label),
    };

    private static JsonArray Write(LocalizedText text) => [text.Chinese, text.English];

    /// <summary>Of those with lines that somebody has entered, changed, moved or removed.</summary>
    private static JsonObject WriteSubTables(RecordDraft draft)
    {
        var subTables = new JsonObject();
        foreach (var subTable in draft.Form.SubTables)
        {
            var lines = draft.LinesOf(subTable).Select(line => (Line: line, Values: WriteValues(line))).Where(entered => entered.Values.Count > 0 && IsEntered(entered.Line)).ToList();
            var removed = draft.RemovedLinesOf(subTable).ToList();
            if (lines.Count + removed.Count > 0 || draft.AreLinesMoved(subTable))
            {
                var json = Describe(subTable);
                json[DraftJson.Order] = WriteOrder(draft, subTable);
                json[DraftJson.Removed] = new JsonArray([.. removed.Select(id => (JsonNode)id)]);
                json[DraftJson.Lines] = new JsonArray([.. lines.Select(entered => new JsonObject { [DraftJson.Id] = entered.Line.Id, [DraftJson.Values] = entered.Values })]);
                subTables[subTable.Key] = json;
            }
        }

        return subTables;
    }

    /// <summary>Ids of the stored lines, and a null for each new one.</summary>
    private static JsonArray WriteOrder(RecordDraft draft, FieldModel subTable)
        => new([.. draft.LinesOf(subTable).Where(line => !line.IsNew || IsEntered(line)).Select(line => line.Id is { } id ? (JsonNode)id : null)]);

    /// <summary>A new line that holds nothing but defaults is none yet.</summary>
    private static bool IsEntered(RecordDraft line) => line.Form.Fields.Any(field => line.EntryOf(field) is { } entry && entry.Input != entry.Before);
}
