using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions.Dates;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Rewriting;

/// <summary>Moments: those computed from others by a fixed span, and days that are compared with one.</summary>
internal sealed partial class Isolation
{
    private const decimal MillisecondsPerDay = 86_400_000;
    private const decimal MostDays = 100_000;

    private BoundNode? SolveMoment(BoundNode subject, BinaryOperator comparison, BoundNode moment)
    {
        if (!SafeDays.Contains(moment) || !Certainty.IsFixedPerRun(moment))
        {
            return null;
        }

        return subject switch
        {
            BoundNode.Field => Finish(Conditions.Compare(subject, comparison, moment), subject, comparison),
            // The start of a day is not after a moment exactly when the day is not after the moment's.
            BoundNode.Conversion { Operand: BoundNode.Field { Type.Kind: FormulaTypeKind.Date } day }
                when comparison is BinaryOperator.LessOrEqual or BinaryOperator.Greater
                => Finish(Conditions.Compare(day, comparison, new BoundNode.Conversion(moment, FormulaType.Date)), day, comparison),
            _ => SpanAdded(subject) is ({ } inner, { } days) ? SolveShifted(inner, days, comparison, moment) : null,
        };
    }

    private static (BoundNode? Inner, decimal? Days) SpanAdded(BoundNode node) => node switch
    {
        BoundNode.Binary { Operator: BinaryOperator.Add, Left: { Type.Kind: FormulaTypeKind.DateTime } moment, Right: var number } => (moment, ExactNumbers.Fold(number)),
        BoundNode.Binary { Operator: BinaryOperator.Add, Right: { Type.Kind: FormulaTypeKind.DateTime } moment, Left: var number } => (moment, ExactNumbers.Fold(number)),
        BoundNode.Binary { Operator: BinaryOperator.Subtract, Left: { Type.Kind: FormulaTypeKind.DateTime } moment, Right: var number } => (moment, -ExactNumbers.Fold(number)),
        BoundNode.Call { Function: DateAdd, Type.Kind: FormulaTypeKind.DateTime, Arguments: [var moment, var number, var unit] }
            => (moment, ExactNumbers.Fold(number) / PerDay(DateUnit.Find(unit, withTime: true))),
        _ => default,
    };

    private static decimal? PerDay(string? unit) => unit switch
    {
        "hour" => 24,
        "minute" => 1_440,
        "second" => 86_400,
        _ => null,
    };

    private BoundNode? SolveShifted(BoundNode inner, decimal days, BinaryOperator comparison, BoundNode moment)
    {
        if (Math.Abs(days) > MostDays || inner is not BoundNode.Field)
        {
            return null;
        }

        // Rounded as the primitive does, so that there and back is the same span.
        var span = TimeSpan.FromTicks((long)Math.Round(days * MillisecondsPerDay) * TimeSpan.TicksPerMillisecond);
        var (limit, isBeyond) = span > TimeSpan.Zero
            ? (DateTime.MaxValue - span, BinaryOperator.Greater)
            : (DateTime.MinValue - span, BinaryOperator.Less);
        _failures.Add(Conditions.Compare(inner, isBeyond, DateTime.SpecifyKind(limit, DateTimeKind.Utc)));
        var amount = new BoundNode.Literal(Math.Abs(days), FormulaType.Number, moment.Span);
        var moved = new BoundNode.Binary(days > 0 ? BinaryOperator.Subtract : BinaryOperator.Add, moment, amount, FormulaType.DateTime, moment.Span);
        return SolveMoment(inner, comparison, moved);
    }
}
