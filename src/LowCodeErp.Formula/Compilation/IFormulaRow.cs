namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// A record as formulas read it. Values are those of <see cref="Core.Values.ValueKind"/>, null is blank; a field of several
/// values holds a list of them.
/// </summary>
public interface IFormulaRow
{
    object? Get(int ordinal);

    /// <summary>The record that a reference points to; null if it is blank or the record is gone.</summary>
    IFormulaRow? Follow(int ordinal);

    /// <summary>The lines of a sub-table or the related records.</summary>
    IReadOnlyList<IFormulaRow> Lines(int ordinal);
}
