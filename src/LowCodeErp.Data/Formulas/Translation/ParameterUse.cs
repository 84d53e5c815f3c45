using System.Linq.Expressions;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>Whether an expression mentions a parameter.</summary>
internal sealed class ParameterUse : ExpressionVisitor
{
    private readonly ParameterExpression _parameter;
    private bool _isUsed;

    private ParameterUse(ParameterExpression parameter) => _parameter = parameter;

    public static bool Contains(Expression expression, ParameterExpression parameter)
    {
        var use = new ParameterUse(parameter);
        use.Visit(expression);
        return use._isUsed;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        _isUsed |= node == _parameter;
        return node;
    }
}
