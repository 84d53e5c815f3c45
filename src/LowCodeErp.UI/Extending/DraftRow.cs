using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.UI.Extending;

/// <summary>A draft as formulas read it.</summary>
internal sealed class DraftRow(RecordDraft draft) : IFormulaRow
{
    public object? Get(int ordinal) => draft.ValueOf(draft.Form.Fields[ordinal]).Content;

    /// <summary>Formulas of forms do not reach through references.</summary>
    public IFormulaRow? Follow(int ordinal) => null;

    public IReadOnlyList<IFormulaRow> Lines(int ordinal) => [.. draft.EnteredLinesOf(draft.Form.Fields[ordinal]).Select(line => new DraftRow(line))];
}
