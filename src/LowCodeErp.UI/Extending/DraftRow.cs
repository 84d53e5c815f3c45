using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.UI.Extending;

/// <summary>A draft as formulas read it.</summary>
/// <param name="owner">The record that a line belongs to.</param>
internal sealed class DraftRow(RecordDraft draft, DraftRow? owner = null) : IFormulaRow
{
    public object? Get(int ordinal) => draft.ValueOf(draft.Form.Fields[ordinal]).Content;

    /// <summary>Formulas of forms reach through no reference but that of a line to its record.</summary>
    public IFormulaRow? Follow(int ordinal) => owner;

    public IReadOnlyList<IFormulaRow> Lines(int ordinal) => [.. draft.EnteredLinesOf(draft.Form.Fields[ordinal]).Select(line => new DraftRow(line, this))];
}
