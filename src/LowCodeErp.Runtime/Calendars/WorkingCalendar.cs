using System.Collections.Frozen;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Runtime.Calendars;

/// <summary>
/// The week with its exceptional days. Immutable, and made for millions of questions: each is answered from the arithmetic of weeks
/// and a binary search among the days that differ from the week.
/// </summary>
public sealed class WorkingCalendar : IWorkingCalendar
{
    private readonly WeekCalendar _week;
    private readonly FrozenDictionary<DateOnly, ExceptionalDay> _days;
    private readonly DateOnly[] _differing;

    /// <summary>How many working days more than the week has there are through each of the differing days.</summary>
    private readonly int[] _surplus;

    /// <param name="version">Counts changes; nodes compare it with what is stored.</param>
    /// <exception cref="ArgumentException">A day occurs twice, or the week has no working day.</exception>
    public WorkingCalendar(long version, IReadOnlyCollection<DayOfWeek> restDays, IEnumerable<ExceptionalDay> days)
    {
        Version = version;
        _week = new(restDays);
        Days = [.. days.OrderBy(day => day.Date)];
        _days = Days.ToDictionary(day => day.Date).ToFrozenDictionary();
        var differing = Days.Where(day => day.IsWorking != _week.IsWorkingDay(day.Date)).ToList();
        _differing = [.. differing.Select(day => day.Date)];
        _surplus = new int[differing.Count];
        var surplus = 0;
        for (var index = 0; index < _surplus.Length; index++)
        {
            _surplus[index] = surplus += differing[index].IsWorking ? 1 : -1;
        }
    }

    public long Version { get; }

    public IReadOnlyCollection<DayOfWeek> RestDays => _week.RestDays;

    /// <summary>In the order of their dates.</summary>
    public IReadOnlyList<ExceptionalDay> Days { get; }

    /// <summary>Null for a day on which the week decides.</summary>
    public ExceptionalDay? Find(DateOnly day) => _days.GetValueOrDefault(day);

    public IEnumerable<ExceptionalDay> DaysOf(int year) => Days.Where(day => day.Date.Year == year);

    public bool IsWorkingDay(DateOnly day) => Find(day)?.IsWorking ?? _week.IsWorkingDay(day);

    public int CountThrough(DateOnly day)
    {
        var found = Array.BinarySearch(_differing, day);
        var last = found >= 0 ? found : ~found - 1;
        return _week.CountThrough(day) + (last < 0 ? 0 : _surplus[last]);
    }

    public DateOnly? DayOf(int count)
    {
        if (count < 1 || count > CountThrough(DateOnly.MaxValue))
        {
            return null;
        }

        var (low, high) = (0, DateOnly.MaxValue.DayNumber);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = CountThrough(DateOnly.FromDayNumber(middle)) < count ? (middle + 1, high) : (low, middle);
        }

        return DateOnly.FromDayNumber(low);
    }
}
