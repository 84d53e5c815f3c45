using System.Globalization;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.UI.Extending;

/// <summary>
/// Goes on with what <see cref="DraftWriter"/> wrote, field by field. The record may have been changed by somebody else meanwhile, and the
/// form published anew: whatever still has a place is carried over, and the rest is told.
/// </summary>
public sealed class DraftReader
{
    private const int DescribedValues = 3;

    private readonly List<LocalizedText> _notes = [];

    private DraftReader()
    {
    }

    /// <param name="draft">Of the record as it is stored now, and of the form as it is published now; nobody has entered anything into it yet.</param>
    /// <returns>What was not carried over, and what somebody else has changed too.</returns>
    public static IReadOnlyList<LocalizedText> Read(RecordDraft draft, string content)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(content);
        var (reader, json) = (new DraftReader(), JsonNode.Parse(content)!.AsObject());
        reader.ReadValues(draft, json[DraftJson.Values]!.AsObject(), tellsChanges: !draft.IsNew);
        foreach (var (key, subTable) in json[DraftJson.Lines]!.AsObject())
        {
            reader.ReadLines(draft, draft.Form.Find(key), subTable!.AsObject());
        }

        return reader._notes;
    }

    /// <summary>The first of what was entered, to tell one draft of the form from another.</summary>
    public static string Describe(FormModel form, string content)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(content);
        var texts = from value in JsonNode.Parse(content)![DraftJson.Values]!.AsObject()
                    let entry = value.Value!.AsObject()
                    where !JsonNode.DeepEquals(entry[DraftJson.Input], entry[DraftJson.Before])
                    select Describe(form.Find(value.Key), entry);
        return string.Join(" · ", texts.Where(text => text != "").Take(DescribedValues).Select(ShortText.Of));
    }

    /// <summary>As people read it, a choice by its label; what the field cannot read stays as it was entered.</summary>
    private static string Describe(FieldModel? field, JsonObject entry)
        => field is { HoldsIds: false } && DescribeInput(field, InputJson.Read(entry[DraftJson.Input])) is { Length: > 0 } text ? text : TextOf(entry);

    private void ReadValues(RecordDraft draft, JsonObject values, bool tellsChanges)
    {
        foreach (var (key, entry) in values)
        {
            ReadValue(draft, draft.Form.Find(key), entry!.AsObject(), tellsChanges);
        }
    }

    private void ReadValue(RecordDraft draft, FieldModel? field, JsonObject entry, bool tellsChanges)
    {
        var input = InputJson.Read(entry[DraftJson.Input]);
        if (field is null || !IsEntered(field) || !Fits(field, (string)entry[DraftJson.Type]!, input))
        {
            _notes.Add(DraftNotes.FieldLost(LabelOf(entry), TextOf(entry, input)));
            return;
        }

        if (tellsChanges && draft.OriginalOf(field) is var stored && stored != InputJson.Read(entry[DraftJson.Before]) && stored != input)
        {
            _notes.Add(DraftNotes.ChangedMeanwhile(field.Label, draft.TitleOf(field) ?? DescribeInput(field, stored), TextOf(entry, input)));
        }

        foreach (var (id, title) in entry[DraftJson.Titles]?.AsObject() ?? [])
        {
            draft.SetItemTitle(field, long.Parse(id, CultureInfo.InvariantCulture), (string)title!);
        }

        draft.Enter(field, input, (string?)entry[DraftJson.Title]);
    }

    private void ReadLines(RecordDraft draft, FieldModel? subTable, JsonObject entry)
    {
        var lines = entry[DraftJson.Lines]!.AsArray();
        if (subTable?.Lines is null)
        {
            _notes.Add(DraftNotes.LinesLost(LabelOf(entry), lines.Count));
            return;
        }

        var stored = draft.LinesOf(subTable).Where(line => line.Id is not null).ToDictionary(line => line.Id!.Value);
        foreach (var removed in entry[DraftJson.Removed]!.AsArray().Select(id => (long)id!).Where(stored.ContainsKey))
        {
            draft.RemoveLine(subTable, stored[removed]);
        }

        foreach (var line in lines.Select(line => line!.AsObject()))
        {
            ReadLine(draft, subTable, stored, line);
        }

        Arrange(draft, subTable, stored, entry[DraftJson.Order]?.AsArray() ?? []);
    }

    /// <summary>As they stood when the draft was kept; what others have added since comes last.</summary>
    /// <param name="order">Ids of stored lines, and a null for each new one.</param>
    private static void Arrange(RecordDraft draft, FieldModel subTable, Dictionary<long, RecordDraft> stored, JsonArray order)
    {
        var added = new Queue<RecordDraft>(draft.LinesOf(subTable).Where(line => line.IsNew));
        var arranged = order.Select(id => id is null ? added.Dequeue() : stored.GetValueOrDefault((long)id)).OfType<RecordDraft>().ToList();
        draft.ArrangeLines(subTable, arranged);
    }

    private void ReadLine(RecordDraft draft, FieldModel subTable, Dictionary<long, RecordDraft> stored, JsonObject line)
    {
        var values = line[DraftJson.Values]!.AsObject();
        if (line[DraftJson.Id] is not { } id)
        {
            ReadValues(draft.AddLine(subTable), values, tellsChanges: false);
        }
        else if (stored.TryGetValue((long)id, out var known))
        {
            ReadValues(known, values, tellsChanges: true);
        }
        else
        {
            _notes.Add(DraftNotes.LineGone(subTable.Label, string.Join(" · ", values.Select(entry => TextOf(entry.Value!.AsObject())))));
        }
    }

    private static bool IsEntered(FieldModel field) => field is { IsStored: true, IsComputed: false } && field != field.Form.ParentReference;

    private static bool Fits(FieldModel field, string type, InputValue input)
        => type == DraftJson.TypeOf(field) || (input.Kind is InputKind.Text or InputKind.Number && !field.HoldsIds && !type.Contains('>', StringComparison.Ordinal));

    private static LocalizedText LabelOf(JsonObject entry)
    {
        var label = entry[DraftJson.Label]!.AsArray();
        return new((string)label[0]!, (string?)label[1]);
    }

    private static string TextOf(JsonObject entry) => TextOf(entry, InputJson.Read(entry[DraftJson.Input]));

    private static string TextOf(JsonObject entry, InputValue input)
        => (string?)entry[DraftJson.Title] ?? string.Join("、", entry[DraftJson.Titles]?.AsObject().Select(title => (string)title.Value!) ?? [PlainText(input)]);

    private static string DescribeInput(FieldModel field, InputValue input)
        => field.Type.Format(field.Type.Read(input, field.Settings, field.Key, new()), field.Settings, CultureInfo.CurrentUICulture);

    private static string PlainText(InputValue input) => input.Content switch
    {
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => string.Join("、", input.Items.Select(item => Convert.ToString(item.Content, CultureInfo.InvariantCulture))),
    };
}
