namespace LowCodeErp.Formula.Compilation;

/// <summary>Working days, by the calendar of the run. Spans are capped, so that no formula runs for long.</summary>
public static partial class FormulaPrimitives
{
    public static decimal? NetworkDays(DateOnly? start, DateOnly? end, IReadOnlyList<DateOnly?>? holidays, EvaluationContext context)
    {
        if (start is not { } first || end is not { } last || Math.Abs(last.DayNumber - first.DayNumber) > MaximumDays)
        {
            return null;
        }

        var off = holidays?.ToHashSet();
        var (from, to) = first <= last ? (first, last) : (last, first);
        var count = Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1)
            .Count(number => IsWorked(DateOnly.FromDayNumber(number), off, context));
        return first <= last ? count : -count;
    }

    public static DateOnly? WorkDay(DateOnly? start, decimal? days, IReadOnlyList<DateOnly?>? holidays, EvaluationContext context)
    {
        if (start is not { } day || days is not { } count)
        {
            return null;
        }

        var off = holidays?.ToHashSet();
        var step = Math.Sign(count);
        var left = Math.Abs(Whole(count));
        for (var tried = 0; left > 0; tried++)
        {
            if (tried > MaximumDays || AddDays(day, step) is not { } next)
            {
                return null;
            }

            day = next;
            left -= IsWorked(day, off, context) ? 1 : 0;
        }

        return day;
    }

    private const int MaximumDays = 50_000;

    private static bool IsWorked(DateOnly day, HashSet<DateOnly?>? off, EvaluationContext context)
        => context.Calendar.IsWorkingDay(day) && off?.Contains(day) != true;
}
