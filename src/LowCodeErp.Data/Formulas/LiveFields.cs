using System.Linq.Expressions;
using LowCodeErp.Data.Formulas.Translation;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Formulas;

/// <summary>
/// The fields that are computed whenever they are read, as expressions on a row which stand wherever a column could: in a list,
/// a filter, an order, or the formula of another such field.
/// </summary>
/// <param name="run">The moment and the person for which they are computed.</param>
internal sealed class LiveFields(DatabaseProvider provider, EvaluationContext run)
{
    public Expression Column(FormRows rows, Expression row, FieldModel field)
    {
        var formula = field.Formula!.InQueries!;
        var rewriter = new FormulaRewriter(rows, provider, run);
        var value = rewriter.Rewrite(formula.ToExpression(SqlRowAccess.Instance), new RowAlone(rows, field.Form, row));
        var isAsStored = formula.Root is BoundNode.Field;
        return FormulaRewriter.ToColumn(value, ColumnTypes.GetClrType(field.Storage.Kind), isAsStored);
    }
}
