using System.Linq.Expressions;

namespace LowCodeErp.Data.Queries;

/// <summary>Puts an expression in the place of a parameter.</summary>
internal sealed class Substitution(ParameterExpression parameter, Expression argument) : ExpressionVisitor
{
    public static Expression Apply(LambdaExpression lambda, Expression argument)
        => new Substitution(lambda.Parameters[0], argument).Visit(lambda.Body);

    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? argument : node;
}
