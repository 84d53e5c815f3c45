namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>
/// Stands for a record while a formula is only a tree: which tables are joined for it is known when all its fields have been seen.
/// </summary>
internal sealed class FormulaRecord
{
    private FormulaRecord()
    {
    }
}
