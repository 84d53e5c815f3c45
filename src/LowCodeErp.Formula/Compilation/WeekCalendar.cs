namespace LowCodeErp.Formula.Compilation;

/// <summary>The week alone, without holidays. It is Monday to Friday where no calendar has been set up.</summary>
public sealed class WeekCalendar : IWorkingCalendar
{
    private const int DaysInWeek = 7;

    /// <summary>How many of the week's first days are worked, for none to all seven; the first of all dates was a Monday.</summary>
    private readonly int[] _workedOf = new int[DaysInWeek + 1];

    private readonly int[] _worked;

    /// <exception cref="ArgumentException">Nobody ever works.</exception>
    public WeekCalendar(IReadOnlyCollection<DayOfWeek> restDays)
    {
        RestDays = restDays;
        _worked = [.. Enumerable.Range(0, DaysInWeek).Where(day => !restDays.Contains(WeekdayOf(day)))];
        if (_worked.Length == 0)
        {
            throw new ArgumentException("A week needs a working day.", nameof(restDays));
        }

        for (var days = 1; days <= DaysInWeek; days++)
        {
            _workedOf[days] = _workedOf[days - 1] + (restDays.Contains(WeekdayOf(days - 1)) ? 0 : 1);
        }
    }

    public static WeekCalendar Instance { get; } = new([DayOfWeek.Saturday, DayOfWeek.Sunday]);

    public IReadOnlyCollection<DayOfWeek> RestDays { get; }

    public bool IsWorkingDay(DateOnly day) => !RestDays.Contains(day.DayOfWeek);

    public int CountThrough(DateOnly day)
    {
        var (weeks, days) = Math.DivRem(day.DayNumber + 1, DaysInWeek);
        return weeks * _worked.Length + _workedOf[days];
    }

    public DateOnly? DayOf(int count)
    {
        if (count < 1 || count > CountThrough(DateOnly.MaxValue))
        {
            return null;
        }

        var (weeks, days) = Math.DivRem(count - 1, _worked.Length);
        return DateOnly.FromDayNumber(weeks * DaysInWeek + _worked[days]);
    }

    private static DayOfWeek WeekdayOf(int dayNumber) => DateOnly.FromDayNumber(dayNumber).DayOfWeek;
}
