namespace LowCodeErp.Formula.Compilation;

/// <summary>Working days, by the calendar of the run. Nothing here walks from day to day, so spans may be of any length.</summary>
public static partial class FormulaPrimitives
{
    public static decimal? NetworkDays(DateOnly? start, DateOnly? end, IReadOnlyList<DateOnly?>? holidays, EvaluationContext context)
    {
        if (start is not { } first || end is not { } last)
        {
            return null;
        }

        return first <= last
            ? CountWorkingDays(first, last, holidays, context.Calendar)
            : -CountWorkingDays(last, first, holidays, context.Calendar);
    }

    public static DateOnly? WorkDay(DateOnly? start, decimal? days, IReadOnlyList<DateOnly?>? holidays, EvaluationContext context)
        => start is { } day && days is { } count
            ? Whole(count) is var whole && whole == 0 ? day : MoveByWorkingDays(day, whole, holidays, context.Calendar)
            : null;

    private static int CountWorkingDays(DateOnly first, DateOnly last, IReadOnlyList<DateOnly?>? holidays, IWorkingCalendar calendar)
        => calendar.CountThrough(last) - CountBefore(first, calendar)
            - WorkedBy(calendar, holidays).Count(off => off >= first && off <= last);

    /// <summary>Each holiday on the way pushes the goal one working day further, where it may meet the next one.</summary>
    private static DateOnly? MoveByWorkingDays(DateOnly start, int days, IReadOnlyList<DateOnly?>? holidays, IWorkingCalendar calendar)
    {
        var step = Math.Sign(days);
        var count = days + (step > 0 ? calendar.CountThrough(start) : CountBefore(start, calendar) + 1);
        var ahead = WorkedBy(calendar, holidays).Where(off => IsBeyond(off, start)).OrderBy(off => off.DayNumber * step);
        var goal = calendar.DayOf(count);
        foreach (var _ in ahead.TakeWhile(off => goal is { } reached && !IsBeyond(off, reached)))
        {
            count += step;
            goal = calendar.DayOf(count);
        }

        return goal;

        bool IsBeyond(DateOnly off, DateOnly day) => Math.Sign(off.DayNumber - day.DayNumber) == step;
    }

    private static int CountBefore(DateOnly day, IWorkingCalendar calendar)
        => calendar.CountThrough(day) - (calendar.IsWorkingDay(day) ? 1 : 0);

    /// <summary>Of the days off that a formula lists, those that the calendar would count.</summary>
    private static IEnumerable<DateOnly> WorkedBy(IWorkingCalendar calendar, IReadOnlyList<DateOnly?>? holidays)
        => (holidays ?? []).OfType<DateOnly>().Distinct().Where(calendar.IsWorkingDay);
}
