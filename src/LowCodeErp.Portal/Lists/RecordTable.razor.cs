using LowCodeErp.Core.Values;
using LowCodeErp.Portal.Records;
using LowCodeErp.Portal.Views;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Views;
using Microsoft.AspNetCore.Components;
using EvaluationContext = LowCodeErp.Formula.Compilation.EvaluationContext;

namespace LowCodeErp.Portal.Lists;

/// <summary>One page of records. The first column leads to the record; so does a click anywhere on the row.</summary>
public sealed partial class RecordTable
{
    private IReadOnlyList<FieldModel> _columns = [];

    [Parameter]
    [EditorRequired]
    public FormModel Form { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public ListState State { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public IReadOnlyList<RecordRow> Rows { get; set; } = [];

    /// <summary>Says how wide columns are, and which rows and cells are coloured; null for the list as it is.</summary>
    [Parameter]
    public ViewModel? View { get; set; }

    /// <summary>What the conditions of colours know besides the row.</summary>
    [Parameter]
    public EvaluationContext? Now { get; set; }

    /// <summary>Ids; the table adds and removes them.</summary>
    [Parameter]
    [EditorRequired]
    public ISet<long> Selected { get; set; } = null!;

    [Parameter]
    public EventCallback SelectedChanged { get; set; }

    /// <summary>Whether newer records are on their way.</summary>
    [Parameter]
    public bool IsBusy { get; set; }

    private bool AreAllSelected => Rows.Count > 0 && Rows.All(row => Selected.Contains(row.Id));

    [CascadingParameter]
    public FormAccess? Access { get; set; }

    protected override void OnParametersSet() => _columns = [.. ListQuery.ColumnsOf(Form, State).Where(column => Access?.MaySee(column) != false)];

    private ViewRowColour? ColourOf(RecordRow row, FieldModel? field)
        => Now is { } now ? View?.Colours.FirstOrDefault(colour => colour.Field == field && colour.Holds(row, now)) : null;

    private static string? ToneOf(ViewRowColour? colour) => colour is null ? null : ColourTone.Of(colour.Colour).ToString().ToLowerInvariant();

    private string? WidthOf(FieldModel column)
        => View?.Columns.FirstOrDefault(known => known.Field == column)?.Width is { } width ? $"min-width: {width}em; max-width: {width}em" : null;

    private static string? AlignmentOf(FieldModel column) => column.Kind == ValueKind.Number ? "numeric" : null;

    /// <summary>A blank takes no line of a card.</summary>
    private static string ClassOf(FieldModel column, RecordRow row) => RecordTitle.TextOf(row, column).Length == 0 ? $"{AlignmentOf(column)} blank" : AlignmentOf(column) ?? "";

    private string? SortOf(FieldModel column) => column.IsSensitive ? null : !IsSortedBy(column) ? "none" : IsDescending ? "descending" : "ascending";

    private string IconOf(FieldModel column) => !IsSortedBy(column) ? "unfold_more" : IsDescending ? "arrow_downward" : "arrow_upward";

    private bool IsSortedBy(FieldModel column) => State.SortBy is { } key ? key == column.Key : Form.SortField == column;

    private bool IsDescending => State.SortBy is null ? Form.SortDescending : State.Descending;

    private Task ToggleAsync(long id)
    {
        if (!Selected.Remove(id))
        {
            Selected.Add(id);
        }

        return SelectedChanged.InvokeAsync();
    }

    private Task ToggleAllAsync()
    {
        if (AreAllSelected)
        {
            Selected.Clear();
        }
        else
        {
            Selected.UnionWith(Rows.Select(row => row.Id));
        }

        return SelectedChanged.InvokeAsync();
    }
}
