using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Formula.Compilation;

/// <param name="Providers">The databases that it must run on in the context <see cref="FormulaContext.Set"/>.</param>
/// <param name="ResultType">What it must give: a condition a boolean, a field its own type. Null: anything.</param>
public sealed record FormulaOptions(
    FormulaContext Context = FormulaContext.Row, SqlProviders Providers = SqlProviders.All, FormulaType? ResultType = null)
{
    public static FormulaOptions Default { get; } = new();

    public static FormulaOptions Condition { get; } = new(ResultType: FormulaType.Boolean);
}
