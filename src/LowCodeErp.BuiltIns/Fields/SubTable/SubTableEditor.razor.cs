using System.Globalization;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LowCodeErp.BuiltIns.Fields.SubTable;

public sealed partial class SubTableEditor : IAsyncDisposable
{
    private const string Script = "./_content/LowCodeErp.BuiltIns/Fields/SubTable/SubTableEditor.razor.js";

    /// <summary>So many lines are drawn at a time, so that a thousand do not hold up the page.</summary>
    private const int LinesOfDrawing = 50;

    private ElementReference _root;
    private int _drawnUpTo = LinesOfDrawing;
    private IJSObjectReference? _script;
    private DotNetObjectReference<SubTableEditor>? _self;
    private string? _focus;
    private RemovedLine? _removed;

    [Inject]
    private IStringLocalizer<SubTableEditor> Texts { get; set; } = null!;

    [Inject]
    private IJSRuntime JavaScript { get; set; } = null!;

    private IReadOnlyList<RecordDraft> Lines => Draft.LinesOf(Field);

    private int DrawnLines => Math.Min(Lines.Count, _drawnUpTo);

    private List<FieldModel> Columns { get; set; } = [];

    private List<FieldModel> TotalColumns { get; set; } = [];

    private string AddId => $"{InputId}-add";

    /// <summary>A group may be described, but it is not itself required or invalid.</summary>
    private IEnumerable<KeyValuePair<string, object>> GroupAttributes => InputAttributes.Where(attribute => attribute.Key == "aria-describedby");

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        await _script.LeaveAsync();
    }

    /// <summary>For the script: a key that means the grid rather than the cell in which it was pressed.</summary>
    [JSInvokable]
    public async Task PressAsync(int index, string column, string key)
    {
        if (!Disabled && index < Lines.Count && Columns.Find(candidate => candidate.Key == column) is { } pressed)
        {
            await PressAsync(Lines[index], pressed, key);
            StateHasChanged();
        }
    }

    internal static string CellId(string tableId, int index, FieldModel column) => $"{tableId}-{index}-{column.Key}";

    protected override void OnParametersSet()
    {
        Columns = [.. Field.Lines!.ShownFields.Where(column => column != Field.Lines.ParentReference)];
        TotalColumns = [.. Columns.Where(column => column.Kind == ValueKind.Number && (Settings.Totals?.Contains(column.Key) ?? true))];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await JavaScript.InvokeAsync<IJSObjectReference>("import", Script);
            await _script.InvokeVoidAsync("attach", _root, _self);
        }

        DrawOn();
        if (_script is not null && _focus is { } id)
        {
            _focus = null;
            await _script.InvokeVoidAsync("focus", id);
        }
    }

    /// <summary>The next lines, once the browser has drawn the last ones; where none are left, there is room for those that come.</summary>
    private void DrawOn()
    {
        var isUnfinished = DrawnLines < Lines.Count;
        _drawnUpTo = Math.Max(_drawnUpTo, DrawnLines + LinesOfDrawing);
        if (isUnfinished)
        {
            StateHasChanged();
        }
    }

    /// <summary>From here on undoing the paste would undo more than that.</summary>
    private Task LineChangedAsync()
    {
        _paste = null;
        return Changed.InvokeAsync();
    }

    private static string? AlignmentOf(FieldModel column) => column.Kind == ValueKind.Number ? "sub-table-numeric" : null;

    /// <summary>Where the keyboard goes in a line; computed columns take none.</summary>
    private List<FieldModel> EnteredColumns(RecordDraft line) => [.. Columns.Where(column => !column.IsComputed && !line.IsHidden(column))];

    private string FirstCellId(int index) => EnteredColumns(Lines[index]) is [var first, ..] ? CellId(index, first.StoredParts[0]) : AddId;

    private string CellId(int index, FieldModel column) => CellId(InputId, index, column);

    private string TotalOf(FieldModel column) => column.Type.Format(LineTotal.Of(column, Lines), column.Settings, CultureInfo.CurrentUICulture);

    private Task PressAsync(RecordDraft line, FieldModel column, string key) => key switch
    {
        "ArrowUp" => MoveAsync(line, column, -1),
        "ArrowDown" => MoveAsync(line, column, 1),
        "Enter" when column == EnteredColumns(line).LastOrDefault() && line == Lines[^1] => AddAsync(),
        _ => Task.CompletedTask,
    };

    private Task AddAsync()
    {
        _paste = null;
        Draft.AddLine(Field);
        return ChangeAsync(Lines.Count - 1);
    }

    /// <param name="column">Where the keyboard stays; null when the mouse moved the line.</param>
    private Task MoveAsync(RecordDraft line, FieldModel? column, int places)
    {
        _paste = null;
        Draft.MoveLine(Field, line, places);
        _focus = column is null ? null : CellId(IndexOf(line), column);
        return Changed.InvokeAsync();
    }

    private Task RemoveAsync(RecordDraft line)
    {
        (_removed, _paste) = (new(Draft, line, IndexOf(line)), null);
        Draft.RemoveLine(Field, line);
        return ChangeAsync(Math.Min(_removed!.Index, Lines.Count - 1));
    }

    private Task UndoAsync()
    {
        var (_, line, index) = _removed!;
        _removed = null;
        Draft.InsertLine(Field, Math.Min(index, Lines.Count), line);
        return ChangeAsync(IndexOf(line));
    }

    /// <summary>Only the logic that follows the change says which cells a line shows, so the keyboard goes there after it.</summary>
    /// <param name="index">-1 when no line is left.</param>
    private async Task ChangeAsync(int index)
    {
        await Changed.InvokeAsync();
        _focus = index < 0 ? AddId : FirstCellId(index);
    }

    private int IndexOf(RecordDraft line) => Lines.Index().First(entry => entry.Item == line).Index;

    /// <param name="Owner">The record it was taken from; after a save the page edits another draft, which the line no longer fits.</param>
    private sealed record RemovedLine(RecordDraft Owner, RecordDraft Line, int Index);
}
