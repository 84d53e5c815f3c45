using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Specifications.Formulas;

/// <summary>What random formulas are made of.</summary>
public sealed record FormulaParts
{
    /// <summary>Fields and literals, by what they are.</summary>
    public required IReadOnlyDictionary<FormulaTypeKind, string[]> Leaves { get; init; }

    /// <summary>Lists, by what their items are.</summary>
    public required IReadOnlyDictionary<FormulaTypeKind, string[]> Lists { get; init; }

    /// <summary>Sub-tables and related records.</summary>
    public required string[] Rows { get; init; }

    /// <summary>Fields of the rows, for what is asked of each of them.</summary>
    public IReadOnlyDictionary<FormulaTypeKind, string[]> RowLeaves { get; init; } = new Dictionary<FormulaTypeKind, string[]>();

    public Predicate<FormulaFunction> Uses { get; init; } = _ => true;
}
