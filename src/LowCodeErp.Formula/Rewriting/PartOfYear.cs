using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions.Dates;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Rewriting;

/// <summary>A year and a month or quarter of one day, asked for separately.</summary>
internal static class PartOfYear
{
    public static BoundNode? TryMerge(BoundNode first, BoundNode second)
    {
        if (Read(first) is not { Call.Function: Year } year || Read(second) is not { Call.Function: Month or Quarter } part
            || !BoundTree.IsSameField(year.Call.Arguments[0], part.Call.Arguments[0]))
        {
            return null;
        }

        var unit = part.Call.Function is Month ? "month" : "quarter";
        return FindDay(year.Bound, part.Bound, unit) is { } day && DayNodes.StartOf(day, unit) is { } from && DayNodes.EndOf(day, unit) is { } to
            ? DayTests.InStep(year.Call.Arguments[0], BinaryOperator.Equal, from, to)
            : null;
    }

    private static (BoundNode.Call Call, BoundNode Bound)? Read(BoundNode node) => node switch
    {
        BoundNode.Binary { Operator: BinaryOperator.Equal, Left: BoundNode.Call call } equal => (call, equal.Right),
        BoundNode.Binary { Operator: BinaryOperator.Equal, Right: BoundNode.Call call } equal => (call, equal.Left),
        _ => null,
    };

    /// <summary>A day of the month or quarter that is meant: 2024 and 5, or the year and the month of TODAY().</summary>
    private static BoundNode? FindDay(BoundNode year, BoundNode part, string unit) => (year, part) switch
    {
        (BoundNode.Call { Function: Year } of, BoundNode.Call { Function: Month } month) when unit == "month" => SameToday(of, month),
        (BoundNode.Call { Function: Year } of, BoundNode.Call { Function: Quarter } quarter) when unit == "quarter" => SameToday(of, quarter),
        _ => ExactNumbers.Fold(year) is { } number && ExactNumbers.Fold(part) is { } count
            ? FindDay(number, unit == "month" ? count : (count - 1) * 3 + 1, year)
            : null,
    };

    private static BoundNode? SameToday(BoundNode.Call year, BoundNode.Call part)
        => year.Arguments[0] is BoundNode.Call { Function: Today } today && part.Arguments[0] is BoundNode.Call { Function: Today } ? today : null;

    private static BoundNode.Literal? FindDay(decimal year, decimal month, BoundNode origin)
        => decimal.IsInteger(year) && year is >= 1 and <= 9_999 && decimal.IsInteger(month) && month is >= 1 and <= 12
            ? DayNodes.Literal(new DateOnly((int)year, (int)month, 1), origin)
            : null;
}
