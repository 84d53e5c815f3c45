using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.UI.Extending;

/// <summary>A draft as formulas read it; the records that it refers to as they are stored.</summary>
/// <param name="owner">The record that a line belongs to, as it stands.</param>
internal sealed class DraftRow(RecordDraft draft, ReferredRecords referred, DraftRow? owner = null) : IFormulaRow
{
    public object? Get(int ordinal) => draft.ValueOf(draft.Form.Fields[ordinal]).Content;

    public IFormulaRow? Follow(int ordinal)
    {
        var reference = draft.Form.Fields[ordinal];
        if (owner is not null && reference == draft.Form.ParentReference)
        {
            return owner;
        }

        return Get(ordinal) is long id && referred.Find(reference.Target!, id) is { } record ? new DraftRow(record, referred) : null;
    }

    /// <summary>Follows all references of a path.</summary>
    /// <param name="last">The record that has the field at its end; null where the path leads nowhere.</param>
    /// <returns>False while a record on the way is still to be read.</returns>
    public bool TryFollow(FieldPath path, out RecordDraft? last)
    {
        last = draft;
        foreach (var reference in path.Fields.SkipLast(1))
        {
            if (last!.ValueOf(reference).Content is not long id)
            {
                last = null;
                return true;
            }

            if (!referred.TryFind(reference.Target!, id, out last))
            {
                return false;
            }

            if (last is null)
            {
                return true;
            }
        }

        return true;
    }

    public IReadOnlyList<IFormulaRow> Lines(int ordinal)
        => [.. draft.EnteredLinesOf(draft.Form.Fields[ordinal]).Select(line => new DraftRow(line, referred, this))];
}
