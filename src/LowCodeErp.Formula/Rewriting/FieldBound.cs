using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Rewriting;

/// <summary>A field of the record itself that a condition compares with something that is the same for every record, so that an index on it can serve.</summary>
/// <param name="IsEquality">Whether it has to be one of several values; else it has to lie on one side of one.</param>
/// <param name="IsSingle">Whether there is one value that it may have.</param>
public sealed record FieldBound(FormulaField Field, bool IsEquality, bool IsSingle);
