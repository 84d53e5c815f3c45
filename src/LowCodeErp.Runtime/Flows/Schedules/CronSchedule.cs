using System.Collections.Immutable;
using System.Globalization;

namespace LowCodeErp.Runtime.Flows.Schedules;

/// <summary>
/// When a scheduled flow begins: <c>seconds minutes hours day month weekday</c>, in the workspace's time zone. Each is <c>*</c>, a number, a list <c>1,15</c>, a range <c>9-17</c> or
/// steps <c>0/15</c>; months and weekdays also by name; <c>L</c> is the last day of the month; of day and weekday one is <c>?</c>, which leaves it to the other.
/// </summary>
/// <example><c>0 30 8 ? * MON-FRI</c>: on weekdays at 8:30. <c>0 0 18 L * ?</c>: at 18:00 on the last day of each month.</example>
public sealed class CronSchedule
{
    private const int YearsSearched = 8;

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly ImmutableSortedSet<int> _seconds, _minutes, _hours, _months;
    private readonly ImmutableSortedSet<int>? _days, _weekdays;
    private readonly bool _isLastDay;

    private CronSchedule(ImmutableSortedSet<int>[] times, ImmutableSortedSet<int>? days, bool isLastDay, ImmutableSortedSet<int> months, ImmutableSortedSet<int>? weekdays)
    {
        (_seconds, _minutes, _hours) = (times[0], times[1], times[2]);
        (_days, _isLastDay, _months, _weekdays) = (days, isLastDay, months, weekdays);
    }

    /// <summary>Null for a text that is no schedule.</summary>
    public static CronSchedule? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var seconds, var minutes, var hours, var day, var month, var weekday]
            || (day == "?") == (weekday == "?"))
        {
            return null;
        }

        ImmutableSortedSet<int>?[] times = [ReadList(seconds, 0, 59), ReadList(minutes, 0, 59), ReadList(hours, 0, 23)];
        var isLastDay = day == "L";
        var days = day == "?" || isLastDay ? [] : ReadList(day, 1, 31);
        var months = ReadList(month, 1, 12, Months, 1);
        var weekdays = weekday == "?" ? [] : ReadList(weekday, 1, 7, Weekdays, 1);
        return times.Contains(null) || days is null || months is null || weekdays is null
            ? null
            : new([.. times.OfType<ImmutableSortedSet<int>>()], day == "?" || isLastDay ? null : days, isLastDay, months, weekday == "?" ? null : weekdays);
    }

    /// <summary>The first moment after another, both in UTC; null when there is none within eight years (30 February). Local times that a change of clocks leaves out are left out.</summary>
    public DateTime? NextAfter(DateTime moment, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = TimeZoneInfo.ConvertTimeFromUtc(moment, zone);
        var last = local.Year + YearsSearched;
        for (var date = local.Date; date.Year < last; date = date.AddDays(1))
        {
            if (IsDay(date) && FirstTime(date, moment, zone) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private bool IsDay(DateTime date)
        => _months.Contains(date.Month)
            && (_isLastDay ? date.Day == DateTime.DaysInMonth(date.Year, date.Month) : _days?.Contains(date.Day) ?? true)
            && (_weekdays?.Contains((int)date.DayOfWeek + 1) ?? true);

    private DateTime? FirstTime(DateTime date, DateTime after, TimeZoneInfo zone)
    {
        var times = from hour in _hours
                    from minute in _minutes
                    from second in _seconds
                    let at = date.AddHours(hour).AddMinutes(minute).AddSeconds(second)
                    where !zone.IsInvalidTime(at)
                    let moment = TimeZoneInfo.ConvertTimeToUtc(at, zone)
                    where moment > after
                    select (DateTime?)moment;
        return times.FirstOrDefault();
    }

    private static ImmutableSortedSet<int>? ReadList(string text, int least, int most, string[]? names = null, int first = 0)
    {
        var parts = text.Split(',').Select(part => ReadPart(part, least, most, names, first)).ToList();
        return parts.Contains(null) ? null : [.. parts.SelectMany(part => part!)];
    }

    /// <summary>One of <c>*</c>, <c>5</c>, <c>5-9</c>, with <c>/2</c> behind it or not.</summary>
    private static IEnumerable<int>? ReadPart(string text, int least, int most, string[]? names, int first)
    {
        var (range, stepText) = text.Split('/') switch { [var only] => (only, null), [var from, var by] => (from, by), _ => ("", null) };
        var step = stepText is null ? 1 : ReadNumber(stepText, 1, most, null, 0) ?? 0;
        int?[] ends = range == "*" ? [least, most] : [.. range.Split('-').Select(end => ReadNumber(end, least, most, names, first))];
        return (step, ends) switch
        {
            ( < 1, _) => null,
            (_, [{ } only]) when stepText is null => [only],
            (_, [{ } from]) => Step(from, most, step),
            (_, [{ } from, { } to]) when from <= to => Step(from, to, step),
            _ => null,
        };
    }

    private static IEnumerable<int> Step(int from, int to, int step) => Enumerable.Range(0, (to - from) / step + 1).Select(count => from + count * step);

    private static int? ReadNumber(string text, int least, int most, string[]? names, int first)
        => names is not null && Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is var named and >= 0 ? named + first
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : null;
}
