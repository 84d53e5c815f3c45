using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>Keeps EF from evaluating in .NET what only the database can do, even where no column is involved.</summary>
internal sealed class FormulaEvaluationFilter : IEvaluatableExpressionFilterPlugin
{
    public bool IsEvaluatableExpression(Expression expression)
        => expression is not MethodCallExpression call || call.Method.DeclaringType != typeof(FormulaSql);
}
