using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Forms;

/// <summary>Who changed a record, when, through what, and from what to what. Read only when somebody looks.</summary>
public sealed partial class HistoryPanel : IDisposable
{
    private readonly Leaving _leaving = new();
    private ReferenceTitles _titles = null!;
    private IReadOnlyList<ShownChange>? _changes;
    private OpenedRecord? _shown;
    private bool _isOpen;

    [Parameter]
    [EditorRequired]
    public OpenedRecord Record { get; set; } = null!;

    /// <summary>Whether it is open from the start.</summary>
    [Parameter]
    public bool StartsOpen { get; set; }

    [Inject]
    public required ViewerRecords Records { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override void OnInitialized() => (_titles, _isOpen) = (new(Records), StartsOpen);

    protected override Task OnParametersSetAsync() => _isOpen ? ReadAsync() : Task.CompletedTask;

    private Task ToggleAsync()
    {
        _isOpen = !_isOpen;
        return _isOpen ? ReadAsync() : Task.CompletedTask;
    }

    private async Task ReadAsync()
    {
        if (_shown == Record)
        {
            return;
        }

        _shown = Record;
        _changes = null;
        try
        {
            _changes = await DescribeAsync(await Records.ReadHistoryAsync(Record, _leaving.Token));
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left; nobody waits for the history any more.
        }
    }

    /// <summary>What one save changed, in the record and its lines, is one change to whoever reads it.</summary>
    private async Task<IReadOnlyList<ShownChange>> DescribeAsync(IReadOnlyList<HistoryEntry> entries)
    {
        var changes = new List<ShownChange>();
        foreach (var save in entries.GroupBy(entry => (entry.Change.At, entry.Change.ActorName)))
        {
            var first = save.OrderBy(entry => entry.Row.Form.Parent is null ? 0 : 1).First();
            var action = first.Row.Form.Parent is null ? first.Change.Action : "update";
            var fields = new List<ShownField>();
            foreach (var entry in save)
            {
                fields.AddRange(await DescribeAsync(entry));
            }

            var confirmed = save.SelectMany(entry => ChangeReader.ReadConfirmed(entry.Change)).Select(warning => warning.ToString()).Distinct();
            changes.Add(new(
                save.Key.ActorName, LocalTime.Format(save.Key.At, Workspace.TimeZone), Text[$"Action.{action}"], Text[$"Source.{first.Change.Source}"], fields, [.. confirmed]));
        }

        return changes;
    }

    private async Task<List<ShownField>> DescribeAsync(HistoryEntry entry)
    {
        var fields = new List<ShownField>();
        foreach (var change in ChangeReader.Read(entry.Row.Form, entry.Change))
        {
            var field = change.IsMasked ? null : change.Field;
            fields.Add(new(NameOf(entry, change), await TextOfAsync(field, change.Before), await TextOfAsync(field, change.After)));
        }

        return fields;
    }

    private string NameOf(HistoryEntry entry, FieldChange change)
    {
        var label = change.Field?.Label.ToString() ?? change.Key;
        return entry.Row.Form.Parent is { } subTable ? Text["LineField", subTable.Label, NumberOf(subTable, entry.Row.Id), label] : label;
    }

    private int NumberOf(FieldModel subTable, long id) => Record.Lines[subTable.Key].Index().First(line => line.Item.Id == id).Index + 1;

    private async Task<string> TextOfAsync(FieldModel? field, Value value) => (field, value.Content) switch
    {
        (_, null) => "",
        ({ Kind: ValueKind.Reference }, long id) => await _titles.FindAsync(field, id, _leaving.Token),
        ({ HoldsIds: true }, ValueList ids) => await TitlesOfAsync(field, ids),
        ({ }, _) => field.Type.Format(value, field.Settings, CultureInfo.CurrentUICulture),
        _ => value.AsText() ?? "",
    };

    private async Task<string> TitlesOfAsync(FieldModel field, ValueList ids)
    {
        var titles = new List<string>();
        foreach (var id in ids.Items)
        {
            titles.Add(await _titles.FindAsync(field, (long)id, _leaving.Token));
        }

        return ListText.Join(titles);
    }

    private sealed record ShownChange(string Who, string When, string Action, string Source, IReadOnlyList<ShownField> Fields, IReadOnlyList<string> Confirmed);

    private sealed record ShownField(string Name, string Before, string After);
}
