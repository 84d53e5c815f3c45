using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Formula.Compilation;

/// <param name="Providers">The databases that it must run on in the context <see cref="FormulaContext.Set"/>.</param>
/// <param name="ResultType">What it must give: a condition a boolean, a field its own type. Null: anything.</param>
/// <param name="LiteralsVary">
/// Literals stand for fields of the record, as when a case is tried on a database: a function of literals is not computed
/// beforehand, and so has to be one that the database can do.
/// </param>
public sealed record FormulaOptions(
    FormulaContext Context = FormulaContext.Row, SqlProviders Providers = SqlProviders.All, FormulaType? ResultType = null, bool LiteralsVary = false)
{
    public static FormulaOptions Default { get; } = new();

    public static FormulaOptions Condition { get; } = new(ResultType: FormulaType.Boolean);
}
