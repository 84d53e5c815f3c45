using LowCodeErp.Core.Naming;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Takes a column out of a sub-table, also out of its totals. The last one stays.</summary>
public sealed record RemoveColumn(string Form, string Table, string Column, LocalizedText Label) : IEdit
{
    public LocalizedText Name => EditWords.Of("删除列", "remove column", Label);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeForm(Form, form =>
        {
            var removed = FieldLists.Change(form, Table, columns => columns.Count == 1 ? columns : [.. columns.Where(column => column.Key != Column)]);
            return ReferenceEquals(removed, form) ? form : FieldLists.Follow(removed, Table, Column, null);
        });
    }
}
