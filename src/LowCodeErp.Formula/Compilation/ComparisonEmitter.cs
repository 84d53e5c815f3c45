using System.Linq.Expressions;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// Comparisons. Blank equals blank and nothing else; an order comparison with a blank is false, and so its negation is
/// true, which has to be said because the opposite comparison would be false too.
/// </summary>
internal static class ComparisonEmitter
{
    public static Emitted Emit(Emitter emitter, BoundNode.Binary binary, bool negated)
    {
        var left = emitter.Emit(binary.Left);
        var right = emitter.Emit(binary.Right);
        return new(Compare(Kind(binary.Operator), left.Value, right.Value, negated), Expressions.OrElse(left.Failure, right.Failure));
    }

    public static Expression Compare(ExpressionType kind, Expression left, Expression right, bool negated = false)
    {
        if (left.Type != right.Type)
        {
            (left, right) = (Expressions.Nullable(left), Expressions.Nullable(right));
        }

        if (!negated)
        {
            return Expression.MakeBinary(kind, left, right);
        }

        var opposite = Expression.MakeBinary(Opposite(kind), left, right);
        return kind is ExpressionType.Equal or ExpressionType.NotEqual
            ? opposite
            : Expressions.OrElse(opposite, AnyNull(left, right))!;
    }

    private static Expression? AnyNull(Expression left, Expression right)
        => Expressions.OrElse(
            Expressions.CanBeNull(left) ? Expressions.IsNull(left) : null,
            Expressions.CanBeNull(right) ? Expressions.IsNull(right) : null);

    private static ExpressionType Kind(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Equal => ExpressionType.Equal,
        BinaryOperator.NotEqual => ExpressionType.NotEqual,
        BinaryOperator.Less => ExpressionType.LessThan,
        BinaryOperator.LessOrEqual => ExpressionType.LessThanOrEqual,
        BinaryOperator.Greater => ExpressionType.GreaterThan,
        _ => ExpressionType.GreaterThanOrEqual,
    };

    private static ExpressionType Opposite(ExpressionType kind) => kind switch
    {
        ExpressionType.Equal => ExpressionType.NotEqual,
        ExpressionType.NotEqual => ExpressionType.Equal,
        ExpressionType.LessThan => ExpressionType.GreaterThanOrEqual,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThan,
        ExpressionType.GreaterThan => ExpressionType.LessThanOrEqual,
        _ => ExpressionType.LessThan,
    };
}
