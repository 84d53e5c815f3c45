using System.Linq.Expressions;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// What a filter has to ask besides its condition. A record whose number cannot be computed is left out by the comparison of
/// that number already, since a blank is neither less nor more; to ask again would have a database compute it twice.
/// </summary>
internal static class FilterFailure
{
    public static Expression AddTo(Expression condition, Expression? failure)
    {
        var compared = Parts(condition, ExpressionType.AndAlso).OfType<BinaryExpression>().Where(IsOrder)
            .SelectMany(comparison => new[] { comparison.Left, comparison.Right }).ToHashSet<Expression>(ReferenceEqualityComparer.Instance);
        var open = Parts(failure, ExpressionType.OrElse).Where(part => !(BlankOf(part) is { } operand && compared.Contains(operand)));
        return open.Aggregate((Expression?)null, Expressions.OrElse) is { } rest ? Expression.AndAlso(condition, Expressions.Not(rest)) : condition;
    }

    private static IEnumerable<Expression> Parts(Expression? expression, ExpressionType operation) => expression switch
    {
        null => [],
        BinaryExpression binary when binary.NodeType == operation => [.. Parts(binary.Left, operation), .. Parts(binary.Right, operation)],
        _ => [expression],
    };

    private static bool IsOrder(BinaryExpression comparison) => comparison.NodeType
        is ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual;

    private static Expression? BlankOf(Expression failure)
        => failure is BinaryExpression { NodeType: ExpressionType.Equal, Right: ConstantExpression { Value: null } } blank ? blank.Left : null;
}
