using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Puts a column into a sub-table.</summary>
/// <param name="Column">Its key is none of the sub-table's.</param>
/// <param name="Index">Before which column; behind the last one where there are fewer.</param>
public sealed record AddColumn(string Form, string Table, FieldDefinition Column, int Index) : IEdit
{
    public LocalizedText Name => EditWords.Of("添加列", "add column", Column.Label);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeForm(Form, form => FieldLists.Change(form, Table, columns =>
            columns.Any(column => column.Key == Column.Key) ? columns : [.. columns.Take(Index), Column, .. columns.Skip(Index)]));
    }
}
