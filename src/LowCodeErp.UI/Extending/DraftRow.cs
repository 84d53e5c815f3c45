using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.UI.Extending;

/// <summary>A draft as formulas read it; the records that it refers to as they are stored.</summary>
internal sealed class DraftRow(RecordDraft draft, ReferredRecords referred) : IFormulaRow
{
    public object? Get(int ordinal) => draft.ValueOf(draft.Form.Fields[ordinal]).Content;

    public IFormulaRow? Follow(int ordinal)
        => Get(ordinal) is long id && referred.Find(draft.Form.Fields[ordinal].Target!, id) is { } record ? new DraftRow(record, referred) : null;

    public IReadOnlyList<IFormulaRow> Lines(int ordinal)
        => [.. draft.EnteredLinesOf(draft.Form.Fields[ordinal]).Select(line => new DraftRow(line, referred))];
}
