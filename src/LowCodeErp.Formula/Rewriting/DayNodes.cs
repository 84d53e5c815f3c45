using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Formula.Functions.Dates;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Rewriting;

/// <summary>Makes expressions of days that are the same for every record of a run, folded as far as they are known.</summary>
internal static class DayNodes
{
    private static readonly EDate AddMonths = (EDate)FunctionCatalog.Find("EDATE")!;
    private static readonly EndOf Ending = (EndOf)FunctionCatalog.Find("ENDOF")!;
    private static readonly StartOf Starting = (StartOf)FunctionCatalog.Find("STARTOF")!;

    public static BoundNode.Literal Literal(DateOnly day, BoundNode origin) => new(day, FormulaType.Date, origin.Span);

    /// <summary>So many days later; null where that leaves the calendar or cannot be told.</summary>
    public static BoundNode? Shift(BoundNode day, int days)
    {
        if (day is BoundNode.Literal { Value: DateOnly known })
        {
            var number = known.DayNumber + (long)days;
            return number < 0 || number > DateOnly.MaxValue.DayNumber ? null : Literal(DateOnly.FromDayNumber((int)number), day);
        }

        var (start, offset) = Offset(day);
        var total = offset + days;
        var shifted = total == 0 ? start : new BoundNode.Binary(
            total > 0 ? BinaryOperator.Add : BinaryOperator.Subtract, start, new BoundNode.Literal((decimal)Math.Abs(total), FormulaType.Number, day.Span), FormulaType.Date, day.Span);
        return SafeDays.Contains(shifted) ? shifted : null;
    }

    /// <summary>Null where the unit leaves the calendar, as the last week of the year 9999 does.</summary>
    public static BoundNode? StartOf(BoundNode day, string unit)
        => day is BoundNode.Literal { Value: DateOnly known } ? Known(FormulaPrimitives.StartOf(known, unit), day) : InUnit(Starting, day, unit);

    public static BoundNode? EndOf(BoundNode day, string unit)
        => day is BoundNode.Literal { Value: DateOnly known } ? Known(FormulaPrimitives.EndOf(known, unit), day) : InUnit(Ending, day, unit);

    public static BoundNode? MonthsLater(BoundNode day, int months)
    {
        if (day is BoundNode.Literal { Value: DateOnly known })
        {
            return Known(FormulaPrimitives.EDate(known, months), day);
        }

        var later = months == 0 ? day : new BoundNode.Call(
            AddMonths, AddMonths.Signatures[0], [day, new BoundNode.Literal((decimal)months, FormulaType.Number, day.Span)], FormulaType.Date, day.Span);
        return SafeDays.Contains(later) ? later : null;
    }

    /// <summary>Whether it can stand alone on its side: known for the whole run, never blank and never failing.</summary>
    public static bool IsFixed(BoundNode day)
        => day is BoundNode.Literal { Value: not null } || (SafeDays.Contains(day) && Certainty.IsFixedPerRun(day));

    private static BoundNode.Literal? Known(DateOnly? day, BoundNode origin) => day is { } known ? Literal(known, origin) : null;

    private static (BoundNode Start, int Offset) Offset(BoundNode day) => day switch
    {
        BoundNode.Binary { Operator: BinaryOperator.Add } sum when ExactNumbers.FoldToDays(sum.Right) is { } days => (sum.Left, days),
        BoundNode.Binary { Operator: BinaryOperator.Subtract } sum when ExactNumbers.FoldToDays(sum.Right) is { } days => (sum.Left, -days),
        _ => (day, 0),
    };

    private static BoundNode InUnit(FormulaFunction function, BoundNode day, string unit)
        => unit == "day" ? day : new BoundNode.Call(
            function, function.Signatures[0], [day, new BoundNode.Literal(unit, FormulaType.Text, day.Span)], FormulaType.Date, day.Span);
}
