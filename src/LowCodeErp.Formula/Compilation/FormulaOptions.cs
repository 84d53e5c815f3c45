using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Formula.Compilation;

/// <param name="Providers">The databases that it must run on in the context <see cref="FormulaContext.Set"/>.</param>
/// <param name="ResultType">What it must give: a condition a boolean, a field its own type. Null: anything.</param>
/// <param name="CanRead">
/// Which fields of a schema the author may read; others are as unknown to the formula as if they did not exist, so that its
/// diagnostics do not betray them. Null: all. Keep one delegate for one set of rights: the <see cref="FormulaCache"/> tells
/// rights apart by it.
/// </param>
/// <param name="LiteralsVary">
/// Literals stand for fields of the record, as when a case is tried on a database: a function of literals is not computed
/// beforehand, and so has to be one that the database can do.
/// </param>
public sealed record FormulaOptions(
    FormulaContext Context = FormulaContext.Row,
    SqlProviders Providers = SqlProviders.All,
    FormulaType? ResultType = null,
    Func<IFormulaSchema, FormulaField, bool>? CanRead = null,
    bool LiteralsVary = false)
{
    public static FormulaOptions Default { get; } = new();

    public static FormulaOptions Condition { get; } = new(ResultType: FormulaType.Boolean);
}
