using LowCodeErp.Formula.Compilation;

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

    public IReadOnlyList<IFormulaRow> Lines(int ordinal)
        => [.. draft.EnteredLinesOf(draft.Form.Fields[ordinal]).Select(line => new DraftRow(line, referred, this))];
}
