using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions.Logic;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Rewriting;

/// <summary>Reads off a condition, in the form that <see cref="SargableRewriter"/> puts it into, what an index can make use of.</summary>
internal static class FieldBounds
{
    /// <summary>Those that all have to hold; what else the condition demands is left out.</summary>
    public static IReadOnlyList<FieldBound> Find(BoundNode condition, RowScope record) => [.. Parts(condition).Select(part => Read(part, record)).OfType<FieldBound>()];

    private static IEnumerable<BoundNode> Parts(BoundNode node) => node switch
    {
        BoundNode.Guarded guarded => Parts(guarded.Value),
        BoundNode.Binary { Operator: BinaryOperator.And } and => [.. Parts(and.Left), .. Parts(and.Right)],
        BoundNode.Call { Function: And } and => and.Arguments.SelectMany(Parts),
        _ => [node],
    };

    private static FieldBound? Read(BoundNode node, RowScope record) => node switch
    {
        BoundNode.Binary { Operator: BinaryOperator.Or } or => Join(Read(or.Left, record), Read(or.Right, record)),
        BoundNode.Binary binary when OperatorTable.IsComparison(binary.Operator) => Compare(binary.Left, binary.Operator, binary.Right, record)
            ?? Compare(binary.Right, Comparison.Mirror(binary.Operator), binary.Left, record),
        BoundNode.Guarded guarded => Read(guarded.Value, record),
        _ => null,
    };

    private static FieldBound? Compare(BoundNode left, BinaryOperator comparison, BoundNode right, RowScope record)
        => left is BoundNode.Field { Path.Steps: [{ IsList: false } field] } own && own.Scope == record && comparison != BinaryOperator.NotEqual && Certainty.IsFixedPerRun(right)
            ? new(field, comparison == BinaryOperator.Equal, comparison == BinaryOperator.Equal)
            : null;

    private static FieldBound? Join(FieldBound? one, FieldBound? other)
        => one is { IsEquality: true } && other is { IsEquality: true } && one.Field == other.Field ? one with { IsSingle = false } : null;
}
