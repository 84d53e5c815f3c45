using System.Linq.Expressions;
using LowCodeErp.Data.Formulas.Translation;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.Data.Formulas;

/// <summary>A formula among the conditions of a query.</summary>
internal sealed class FormulaFilter(Condition.Holds condition)
{
    private readonly LambdaExpression _tree = condition.Formula.ToCondition(SqlRowAccess.Instance);

    public Condition.Holds Condition { get; } = condition;

    public static IReadOnlyList<FormulaFilter> AllIn(Condition? condition) => [.. Find(condition).Distinct().Select(holds => new FormulaFilter(holds))];

    public IEnumerable<IReadOnlyList<FieldModel>> FindReferences(FormModel form) => FormulaRewriter.FindReferences(_tree, form);

    public Expression Compile(FormRows rows, JoinedRows joined, DatabaseProvider provider)
        => new FormulaRewriter(rows, provider, Condition.Context).Rewrite(_tree, joined);

    private static IEnumerable<Condition.Holds> Find(Condition? condition) => condition switch
    {
        Condition.Holds holds => [holds],
        Condition.All all => all.Conditions.SelectMany(Find),
        Condition.Any any => any.Conditions.SelectMany(Find),
        _ => [],
    };
}
