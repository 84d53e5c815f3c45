using System.Linq.Expressions;

namespace LowCodeErp.Data.Queries;

/// <summary>Puts an expression in the place of a parameter.</summary>
internal sealed class Substitution(ParameterExpression parameter, Expression argument) : ExpressionVisitor
{
    public static Expression Apply(LambdaExpression lambda, Expression argument)
        => Apply(lambda.Parameters[0], argument, lambda.Body);

    public static Expression Apply(ParameterExpression parameter, Expression argument, Expression body)
        => new Substitution(parameter, argument).Visit(body);

    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? argument : node;
}
