namespace LowCodeErp.Formula.Text;

/// <summary>
/// What a formula may cost, checked when it is saved. Beyond these bounds SQLite refuses expressions and EF's translator
/// ends the process, so they are far below both.
/// </summary>
public static class FormulaLimits
{
    public const int Characters = 8_000;

    public const int Nodes = 1_000;

    /// <summary>Brackets, calls and signs inside one another.</summary>
    public const int Depth = 64;

    /// <summary>Height of the tree; long chains of one operator make it higher than they are deep.</summary>
    public const int Height = 256;

    public const int ListItems = 1_000;

    public const int TextLength = 32_000;

    /// <summary>Aggregates over sub-tables and related records; each becomes a subquery.</summary>
    public const int Subqueries = 4;

    /// <summary>Size of what is emitted; guards against IFERROR inside IFERROR, where the test repeats the operand.</summary>
    public const double Cost = 50_000;
}
