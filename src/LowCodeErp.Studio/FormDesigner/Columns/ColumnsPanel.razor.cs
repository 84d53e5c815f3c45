using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Edits;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.FormDesigner.Columns;

/// <summary>The columns of a sub-table: adding, ordering, removing them, and the way to the properties of each.</summary>
public sealed partial class ColumnsPanel
{
    private string? _said;

    [Inject]
    public required Palette Palette { get; set; }

    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormDefinition Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public FieldDefinition Table { get; set; } = null!;

    /// <summary>Of the form.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DesignProblem> Problems { get; set; } = [];

    /// <summary>Somebody wants to see the properties of a column, by its key.</summary>
    [Parameter]
    public EventCallback<string> OnOpen { get; set; }

    private bool IsWrong(FieldDefinition column)
        => Problems.Any(problem => problem.Severity == Severity.Error && problem.Field == Table.Key && problem.Column == column.Key);

    private Task Add(string type)
    {
        if (type.Length == 0)
        {
            return Task.CompletedTask;
        }

        var column = NewFields.Create(type, Palette.NameOfField(type), Session.TakenKeys(Form.Key, Table.Key).Append(Form.Key).ToHashSet(StringComparer.Ordinal));
        Do(new AddColumn(Form.Key, Table.Key, column, int.MaxValue));
        return OnOpen.InvokeAsync(column.Key);
    }

    private void Move(FieldDefinition column, int to) => Do(new MoveColumn(Form.Key, Table.Key, column.Key, column.Label, to));

    /// <summary>What something else is made of is not taken away from under it.</summary>
    private void Remove(FieldDefinition column)
    {
        if (FieldLists.Of(Form, Table.Key).Count == 1)
        {
            _said = Text["LastColumn"];
        }
        else if (Session.FindUses(Form.Key, Table.Key, column.Key) is { Count: > 0 } uses)
        {
            _said = string.Join(" ", uses.Select(use => use.Message));
        }
        else
        {
            Do(new RemoveColumn(Form.Key, Table.Key, column.Key, column.Label));
        }
    }

    private void Do(IEdit edit)
    {
        Session.History.EndThread();
        Session.Do(edit);
        _said = edit.Name.ToString();
    }
}
