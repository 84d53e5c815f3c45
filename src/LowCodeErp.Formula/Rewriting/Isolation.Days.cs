using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Formula.Functions.Dates;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Rewriting;

/// <summary>Days: those that a number was computed from, and those computed from others.</summary>
internal sealed partial class Isolation
{
    private const int MonthsPerYear = 12;

    /// <summary>From here on the subject is a day, which passes blank on; a number computed from it counted that as 0, or did not.</summary>
    private void LeaveNumbers(BinaryOperator comparison, decimal bound)
    {
        if (_countsBlankAsZero)
        {
            _blankHolds = Comparison.Holds(0m, comparison, bound);
        }
    }

    private BoundNode? SolveSpan(BoundNode end, BoundNode start, BinaryOperator comparison, decimal bound)
    {
        LeaveNumbers(comparison, bound);
        if (ToWhole(comparison, bound) is not { } days)
        {
            return null;
        }

        return DayNodes.IsFixed(end)
            ? DayNodes.Shift(end, -days) is { } latest ? SolveDay(start, Comparison.Mirror(comparison), latest) : null
            : DayNodes.IsFixed(start) && DayNodes.Shift(start, days) is { } day ? SolveDay(end, comparison, day) : null;
    }

    /// <summary>The bound that whole numbers meet exactly when they meet this one.</summary>
    private static int? ToWhole(BinaryOperator comparison, decimal bound)
    {
        if (Math.Abs(bound) > 4_000_000 || (!Comparison.IsOrder(comparison) && !decimal.IsInteger(bound)))
        {
            return null;
        }

        return (int)(comparison is BinaryOperator.GreaterOrEqual or BinaryOperator.Less ? decimal.Ceiling(bound) : decimal.Floor(bound));
    }

    private BoundNode? SolveYear(BoundNode subject, BinaryOperator comparison, int year, BoundNode origin)
    {
        LeaveNumbers(comparison, year);
        var first = DayNodes.Literal(new DateOnly(year, 1, 1), origin);
        return Finish(DayTests.InStep(subject, comparison, first, DayNodes.Literal(new DateOnly(year, 12, 31), origin)), subject, comparison);
    }

    private BoundNode? SolveYear(BoundNode subject, BinaryOperator comparison, BoundNode day)
        => DayNodes.StartOf(day, "year") is { } first && DayNodes.EndOf(day, "year") is { } last
            ? Finish(DayTests.InStep(subject, comparison, first, last), subject, comparison)
            : null;

    /// <summary>A day in the year that YEAR(TODAY()) or YEAR(TODAY()) - 1 means.</summary>
    private static BoundNode? YearOf(BoundNode node) => node switch
    {
        BoundNode.Call { Function: Year, Arguments: [var day] } when DayNodes.IsFixed(day) => day,
        BoundNode.Binary { Operator: BinaryOperator.Add, Left: var left, Right: var right }
            when ExactNumbers.FoldToDays(right) is { } years and < 500 and > -500 => Later(YearOf(left), years),
        BoundNode.Binary { Operator: BinaryOperator.Subtract, Left: var left, Right: var right }
            when ExactNumbers.FoldToDays(right) is { } years and < 500 and > -500 => Later(YearOf(left), -years),
        _ => null,
    };

    private static BoundNode? Later(BoundNode? day, int years) => day is null ? null : DayNodes.MonthsLater(day, years * MonthsPerYear);

    private BoundNode? SolveAge(BoundNode.Call call, BinaryOperator comparison, decimal bound)
        => SolveElapsed(call.Arguments[0], call.Arguments.Count > 1 ? call.Arguments[1] : MakeToday(call), MonthsPerYear, comparison, bound);

    private static BoundNode.Call MakeToday(BoundNode origin)
    {
        var today = FunctionCatalog.Find("TODAY")!;
        return new(today, today.Signatures[0], [], FormulaType.Date, origin.Span);
    }

    private BoundNode? SolveDateDif(BoundNode.Call call, BinaryOperator comparison, decimal bound) => DateDif.Find(call.Arguments[2]) switch
    {
        "Y" => SolveElapsed(call.Arguments[0], call.Arguments[1], MonthsPerYear, comparison, bound),
        "M" => SolveElapsed(call.Arguments[0], call.Arguments[1], 1, comparison, bound),
        "D" => SolveElapsed(call.Arguments[0], call.Arguments[1], 0, comparison, bound),
        _ => null,
    };

    /// <summary>Whole units of so many months (none: of a day) from the subject up to a day; it fails when that has passed.</summary>
    private BoundNode? SolveElapsed(BoundNode subject, BoundNode until, int months, BinaryOperator comparison, decimal bound)
    {
        LeaveNumbers(comparison, bound);
        if (!DayNodes.IsFixed(until) || ToWhole(comparison, bound) is not { } count || count is < 1 or > 10_000
            || DayTests.Compare(subject, BinaryOperator.Greater, until) is not { } isLater)
        {
            return null;
        }

        _failures.Add(isLater);
        var (latest, later) = (Earlier(until, months, count), Earlier(until, months, count + 1));
        return latest is null || later is null ? null : Finish(Elapsed(subject, comparison, latest, later), subject, comparison);
    }

    private static BoundNode? Earlier(BoundNode day, int months, int count)
        => months == 0 ? DayNodes.Shift(day, -count) : DayNodes.MonthsLater(day, -months * count);

    /// <param name="atLeast">The last day from which at least so many units have passed.</param>
    /// <param name="more">The last day from which more have.</param>
    private static BoundNode? Elapsed(BoundNode subject, BinaryOperator comparison, BoundNode atLeast, BoundNode more) => comparison switch
    {
        BinaryOperator.GreaterOrEqual => DayTests.Compare(subject, BinaryOperator.LessOrEqual, atLeast),
        BinaryOperator.Greater => DayTests.Compare(subject, BinaryOperator.LessOrEqual, more),
        BinaryOperator.Less => DayTests.Compare(subject, BinaryOperator.Greater, atLeast),
        BinaryOperator.LessOrEqual => DayTests.Compare(subject, BinaryOperator.Greater, more),
        BinaryOperator.Equal => DayTests.Both(
            DayTests.Compare(subject, BinaryOperator.LessOrEqual, atLeast), DayTests.Compare(subject, BinaryOperator.Greater, more)),
        _ => Elapsed(subject, BinaryOperator.Equal, atLeast, more) is { } inside ? Conditions.Not(inside) : null,
    };

    private BoundNode? SolveDay(BoundNode subject, BinaryOperator comparison, BoundNode day)
    {
        if (!DayNodes.IsFixed(day))
        {
            return null;
        }

        switch (subject)
        {
            case BoundNode.Field or BoundNode.Conversion:
                return Finish(DayTests.Compare(subject, comparison, day), subject, comparison);
            case BoundNode.Call { Function: StartOf } call when DateUnit.Find(call.Arguments[1], withTime: false) is { } unit:
                return SolveStart(call, unit, comparison, day);
            case BoundNode.Call { Function: EndOf } call when DateUnit.Find(call.Arguments[1], withTime: false) is { } unit and not "week":
                return SolveEnd(call, unit, comparison, day);
            default:
                return DaysAdded(subject) is ({ } inner, var days) ? SolveShifted(inner, days, comparison, day) : null;
        }
    }

    private BoundNode? SolveStart(BoundNode.Call call, string unit, BinaryOperator comparison, BoundNode day)
        => unit == "day" ? SolveDay(call.Arguments[0], comparison, day)
            : Begins(day, unit) && DayNodes.EndOf(day, unit) is { } last
                ? Finish(DayTests.InStep(call.Arguments[0], comparison, day, last), call.Arguments[0], comparison)
                : null;

    private BoundNode? SolveEnd(BoundNode.Call call, string unit, BinaryOperator comparison, BoundNode day)
        => unit == "day" ? SolveDay(call.Arguments[0], comparison, day)
            : Ends(day, unit) && DayNodes.StartOf(day, unit) is { } first
                ? Finish(DayTests.InStep(call.Arguments[0], comparison, first, day), call.Arguments[0], comparison)
                : null;

    private static bool Begins(BoundNode day, string unit) => day is BoundNode.Literal { Value: DateOnly known }
        ? Compilation.FormulaPrimitives.StartOf(known, unit) == known
        : day is BoundNode.Call { Function: StartOf } call && DateUnit.Find(call.Arguments[1], withTime: false) == unit;

    private static bool Ends(BoundNode day, string unit) => day is BoundNode.Literal { Value: DateOnly known }
        ? Compilation.FormulaPrimitives.EndOf(known, unit) == known
        : day is BoundNode.Call { Function: EndOf } call && DateUnit.Find(call.Arguments[1], withTime: false) == unit;

    private static (BoundNode? Inner, int Days) DaysAdded(BoundNode node) => node switch
    {
        BoundNode.Binary { Operator: BinaryOperator.Add, Left: { Type.Kind: FormulaTypeKind.Date } day, Right: var number } => Times(day, number, 1),
        BoundNode.Binary { Operator: BinaryOperator.Add, Right: { Type.Kind: FormulaTypeKind.Date } day, Left: var number } => Times(day, number, 1),
        BoundNode.Binary { Operator: BinaryOperator.Subtract, Left: { Type.Kind: FormulaTypeKind.Date } day, Right: var number } => Times(day, number, -1),
        BoundNode.Call { Function: AddDay, Arguments: [var day, var number] } => Times(day, number, 1),
        BoundNode.Call { Function: DateAdd, Type.Kind: FormulaTypeKind.Date, Arguments: [var day, var number] } => Times(day, number, 1),
        BoundNode.Call { Function: DateAdd, Type.Kind: FormulaTypeKind.Date, Arguments: [var day, var number, var unit] }
            => DateUnit.Find(unit, withTime: false) switch { "day" => Times(day, number, 1), "week" => Times(day, number, 7), _ => default },
        _ => default,
    };

    private static (BoundNode? Inner, int Days) Times(BoundNode day, BoundNode number, int factor)
        => ExactNumbers.FoldToDays(number) is { } days and < 500_000 and > -500_000 ? (day, days * factor) : default;

    /// <summary>The sum fails for the last days of the calendar, or for its first.</summary>
    private BoundNode? SolveShifted(BoundNode inner, int days, BinaryOperator comparison, BoundNode day)
    {
        var (end, isBeyond) = days > 0 ? (DateOnly.MaxValue, BinaryOperator.Greater) : (DateOnly.MinValue, BinaryOperator.Less);
        if (DayNodes.Shift(day, -days) is not { } moved || DayNodes.Shift(DayNodes.Literal(end, day), -days) is not { } limit
            || new Isolation(isBeyond, negated: false).SolveDay(inner, isBeyond, limit) is not { } fails)
        {
            return null;
        }

        _failures.Add(fails);
        return SolveDay(inner, comparison, moved);
    }
}
