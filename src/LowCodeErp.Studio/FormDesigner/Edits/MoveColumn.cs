using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Gives a column of a sub-table another place.</summary>
/// <param name="To">The place that it has afterwards.</param>
public sealed record MoveColumn(string Form, string Table, string Column, LocalizedText Label, int To) : IEdit
{
    public LocalizedText Name => EditWords.Of("移动列", "move column", Label);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeForm(Form, form => FieldLists.Change(form, Table, Move));
    }

    private List<FieldDefinition> Move(IReadOnlyList<FieldDefinition> columns)
    {
        var moved = columns.ToList();
        if (moved.Find(column => column.Key == Column) is { } found)
        {
            moved.Remove(found);
            moved.Insert(Math.Clamp(To, 0, moved.Count), found);
        }

        return moved;
    }
}
