using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Rewriting;

/// <summary>
/// Conditions on the day that a field holds: of a date the field itself, of a moment the half-open range of moments whose
/// calendar day it is in the workspace's zone. Blank meets none of them save &lt;&gt;.
/// </summary>
internal static class DayTests
{
    /// <summary>Null where the subject is not a field, or the range leaves the calendar.</summary>
    public static BoundNode? Compare(BoundNode subject, BinaryOperator comparison, BoundNode day) => subject switch
    {
        _ when !DayNodes.IsFixed(day) => null,
        BoundNode.Field => Conditions.Compare(subject, comparison, day),
        BoundNode.Conversion { Operand: BoundNode.Field { Type.Kind: FormulaTypeKind.DateTime } moment } => CompareMoment(moment, comparison, day),
        _ => null,
    };

    /// <summary>For functions that are the same from one day up to another (YEAR, STARTOF): which step the day stands on.</summary>
    public static BoundNode? InStep(BoundNode subject, BinaryOperator comparison, BoundNode first, BoundNode last) => comparison switch
    {
        BinaryOperator.Less => Compare(subject, BinaryOperator.Less, first),
        BinaryOperator.LessOrEqual => Compare(subject, BinaryOperator.LessOrEqual, last),
        BinaryOperator.Greater => Compare(subject, BinaryOperator.Greater, last),
        BinaryOperator.GreaterOrEqual => Compare(subject, BinaryOperator.GreaterOrEqual, first),
        BinaryOperator.Equal => Both(Compare(subject, BinaryOperator.GreaterOrEqual, first), Compare(subject, BinaryOperator.LessOrEqual, last)),
        _ => InStep(subject, BinaryOperator.Equal, first, last) is { } inside ? Conditions.Not(inside) : null,
    };

    public static BoundNode? Both(BoundNode? left, BoundNode? right) => left is null || right is null ? null : Conditions.And(left, right);

    private static BoundNode? CompareMoment(BoundNode.Field moment, BinaryOperator comparison, BoundNode day) => comparison switch
    {
        BinaryOperator.GreaterOrEqual or BinaryOperator.Less => Conditions.Compare(moment, comparison, StartOf(day)),
        BinaryOperator.Greater => AfterEnd(moment, BinaryOperator.GreaterOrEqual, day),
        BinaryOperator.LessOrEqual => AfterEnd(moment, BinaryOperator.Less, day),
        BinaryOperator.Equal => Both(Conditions.Compare(moment, BinaryOperator.GreaterOrEqual, StartOf(day)), AfterEnd(moment, BinaryOperator.Less, day)),
        _ => CompareMoment(moment, BinaryOperator.Equal, day) is { } inside ? Conditions.Not(inside) : null,
    };

    private static BoundNode? AfterEnd(BoundNode moment, BinaryOperator comparison, BoundNode day)
        => DayNodes.Shift(day, 1) is { } next ? Conditions.Compare(moment, comparison, StartOf(next)) : null;

    private static BoundNode.Conversion StartOf(BoundNode day) => new(day, FormulaType.DateTime);
}
