using LowCodeErp.Formula.Functions;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Binding;

/// <summary>What can be said of an expression without evaluating it.</summary>
internal static class Certainty
{
    public static bool CanFail(BoundNode node) => node switch
    {
        BoundNode.Error => true,
        BoundNode.Call { Function.ObservesFailure: true } call => CanFail(call.Arguments[^1]),
        BoundNode.Call call => call.Function.IsPartial || call.Arguments.Any(CanFail),
        BoundNode.Binary binary => IsPartial(binary) || binary.Children.Any(CanFail),
        BoundNode.Column => false,
        _ => node.Children.Any(CanFail),
    };

    /// <summary>
    /// The same for every record of a run: it can be evaluated once, before a database sees it. A random number is another
    /// one for each record.
    /// </summary>
    public static bool IsFixedPerRun(BoundNode node) => node switch
    {
        BoundNode.Field or BoundNode.Column or BoundNode.Item or BoundNode.Error => false,
        BoundNode.Call { Function: { IsVolatile: true, Sql: SqlProviders.None } or { IsOfRecord: true } } => false,
        _ => node.Children.All(IsFixedPerRun),
    };

    public static bool HasLiteral(BoundNode node) => node is BoundNode.Literal { Value: not null } || node.Children.Any(HasLiteral);

    public static bool IsPartial(BoundNode.Binary binary) => binary.Operator switch
    {
        BinaryOperator.Divide or BinaryOperator.Modulo => binary.Right is not BoundNode.Literal { Value: not 0m },
        BinaryOperator.Power => true,
        BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply when binary.Type.IsNumeric
            => NumberBounds.OfResult(binary).MayOverflow,
        _ => binary.Type.Kind is FormulaTypeKind.Date or FormulaTypeKind.DateTime && !SafeDays.Contains(binary),
    };
}
