using LowCodeErp.Formula.Functions.Dates;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Binding;

/// <summary>
/// Days computed from today or from a date written out by so little that they stay in the calendar (years 1 to 9999)
/// whenever the run takes place, so that they cannot fail: TODAY() - 7, ENDOF(EDATE(TODAY(), -1), "month").
/// </summary>
internal static class SafeDays
{
    private const decimal Reach = 200_000;
    private const decimal DaysPerMonth = 31;

    public static bool Contains(BoundNode node) => Distance(node) is { } distance && distance <= Reach;

    /// <summary>How far from today, or from the middle of the calendar, a day can be; null where that is not known.</summary>
    private static decimal? Distance(BoundNode node) => node switch
    {
        BoundNode.Literal { Value: DateOnly { Year: > 1_000 and < 9_000 } } => 0,
        BoundNode.Literal { Value: DateTime { Year: > 1_000 and < 9_000 } } => 0,
        BoundNode.Call { Function: Today or Now } => 0,
        BoundNode.Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract, Right: BoundNode.Literal { Value: decimal days } } sum
            => Distance(sum.Left) + Amount(days),
        BoundNode.Call { Function: EDate or EoMonth, Arguments: [var day, BoundNode.Literal { Value: decimal months }] }
            => Distance(day) + (Amount(months) + 1) * DaysPerMonth,
        BoundNode.Call { Function: StartOf or EndOf } call => Distance(call.Arguments[0]) + 12 * DaysPerMonth,
        BoundNode.Conversion { Operand: var day, Type.Kind: FormulaTypeKind.Date or FormulaTypeKind.DateTime } => Distance(day) + 1,
        _ => null,
    };

    private static decimal Amount(decimal count) => Math.Min(Math.Abs(count), Reach + 1);
}
