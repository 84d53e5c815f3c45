using System.Linq.Expressions;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>The fields of one record that a formula reads, wherever in it.</summary>
internal sealed class FieldReads : ExpressionVisitor
{
    private readonly ParameterExpression _record;
    private readonly HashSet<FieldPath> _paths = [];

    private FieldReads(ParameterExpression record) => _record = record;

    public static IReadOnlyCollection<FieldPath> Find(Expression formula, ParameterExpression record)
    {
        var reads = new FieldReads(record);
        reads.Visit(formula);
        return reads._paths;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType == typeof(FormulaSql) && node.Arguments[0] == _record)
        {
            _paths.Add((FieldPath)((ConstantExpression)node.Arguments[1]).Value!);
        }

        return base.VisitMethodCall(node);
    }
}
