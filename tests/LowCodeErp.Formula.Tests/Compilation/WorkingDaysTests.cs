using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Tests.Compilation;

public sealed class WorkingDaysTests
{
    private static readonly DateOnly _first = new(1960, 1, 1);

    private static readonly DayOfWeek[][] _weeks =
    [
        [DayOfWeek.Saturday, DayOfWeek.Sunday], [DayOfWeek.Sunday], [], [DayOfWeek.Friday],
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday],
    ];

    [Fact]
    public void WeekCalendar_EveryWeek_CountsAndFindsDays()
    {
        foreach (var week in _weeks)
        {
            var calendar = new WeekCalendar(week);
            var counted = calendar.CountThrough(_first.AddDays(-1));
            for (var day = _first; day < _first.AddYears(2); day = day.AddDays(1))
            {
                counted += calendar.IsWorkingDay(day) ? 1 : 0;
                Assert.Equal(!week.Contains(day.DayOfWeek), calendar.IsWorkingDay(day));
                Assert.Equal(counted, calendar.CountThrough(day));
                Assert.True(!calendar.IsWorkingDay(day) || calendar.DayOf(counted) == day, $"{day} is not found by its count {counted}.");
            }
        }
    }

    [Fact]
    public void WeekCalendar_AtTheEnds_FindsTheLastDayAndNoneBeyond()
    {
        var calendar = new WeekCalendar([]);
        Assert.Equal(DateOnly.MinValue, calendar.DayOf(1));
        Assert.Equal(DateOnly.MaxValue, calendar.DayOf(calendar.CountThrough(DateOnly.MaxValue)));
        Assert.Null(calendar.DayOf(0));
        Assert.Null(calendar.DayOf(calendar.CountThrough(DateOnly.MaxValue) + 1));
    }

    [Fact]
    public void WeekCalendar_WithoutWorkingDay_IsRefused()
        => Assert.Throws<ArgumentException>(() => new WeekCalendar(Enum.GetValues<DayOfWeek>()));

    /// <summary>Against walking from day to day, which cannot go wrong.</summary>
    [Fact]
    public void NetworkDaysAndWorkDay_RandomSpansAndHolidays_EqualWalking()
    {
        const int seed = 20260101;
        var random = new Random(seed);
        foreach (var week in _weeks)
        {
            var context = new EvaluationContext(DateTime.UnixEpoch) { Calendar = new WeekCalendar(week) };
            for (var turn = 0; turn < 200; turn++)
            {
                var (start, end, days) = (Day(random), Day(random), random.Next(-60, 61));
                var holidays = Enumerable.Range(0, random.Next(0, 30)).Select(_ => random.Next(10) == 0 ? (DateOnly?)null : Day(random)).ToList();
                Assert.Equal(Count(start, end, holidays, context.Calendar), FormulaPrimitives.NetworkDays(start, end, holidays, context));
                Assert.Equal(Walk(start, days, holidays, context.Calendar), FormulaPrimitives.WorkDay(start, days, holidays, context));
            }
        }
    }

    [Theory]
    [InlineData("NETWORKDAYS(#0001-01-01#, #9999-12-31#)", 2608615)]
    [InlineData("NETWORKDAYS(#9999-12-31#, #0001-01-01#)", -2608615)]
    public void NetworkDays_OverAllTime_IsArithmetic(string text, int expected)
        => Assert.Equal((decimal)expected, FormulaCompiler.Compile(text, FormulaSchema.Empty).Evaluate(ArrayRow.Empty, new(DateTime.UnixEpoch)));

    private static DateOnly Day(Random random) => _first.AddDays(random.Next(0, 200));

    private static decimal Count(DateOnly start, DateOnly end, List<DateOnly?> holidays, IWorkingCalendar calendar)
    {
        var (from, to) = start <= end ? (start, end) : (end, start);
        var count = Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1).Select(DateOnly.FromDayNumber)
            .Count(day => calendar.IsWorkingDay(day) && !holidays.Contains(day));
        return start <= end ? count : -count;
    }

    private static DateOnly Walk(DateOnly day, int days, List<DateOnly?> holidays, IWorkingCalendar calendar)
    {
        for (var left = Math.Abs(days); left > 0;)
        {
            day = day.AddDays(Math.Sign(days));
            left -= calendar.IsWorkingDay(day) && !holidays.Contains(day) ? 1 : 0;
        }

        return day;
    }
}
