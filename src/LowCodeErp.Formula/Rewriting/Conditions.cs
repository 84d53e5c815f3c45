using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Rewriting;

/// <summary>Makes the conditions that a rewriting consists of.</summary>
internal static class Conditions
{
    public static BoundNode Compare(BoundNode left, BinaryOperator comparison, BoundNode right)
        => new BoundNode.Binary(comparison, left, right, FormulaType.Boolean, left.Span);

    public static BoundNode Compare(BoundNode left, BinaryOperator comparison, object value)
        => Compare(left, comparison, new BoundNode.Literal(value, left.Type, left.Span));

    public static BoundNode And(BoundNode left, BoundNode right) => Compare(left, BinaryOperator.And, right);

    public static BoundNode Or(BoundNode left, BoundNode right) => Compare(left, BinaryOperator.Or, right);

    public static BoundNode Not(BoundNode condition) => new BoundNode.Unary(UnaryOperator.Not, condition, FormulaType.Boolean, condition.Span);

    public static BoundNode IsBlank(BoundNode field) => Compare(field, BinaryOperator.Equal, new BoundNode.Literal(null, field.Type, field.Span));

    public static BoundNode IsNotBlank(BoundNode field) => Compare(field, BinaryOperator.NotEqual, new BoundNode.Literal(null, field.Type, field.Span));
}
