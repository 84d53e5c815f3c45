using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Calendars;

namespace LowCodeErp.Unit.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly DateOnly _start = new(2024, 1, 1);

    [Fact]
    public void Calendar_ExceptionalDay_OverrulesTheWeek()
    {
        var calendar = Make(new(2024, 2, 12), new(2024, 2, 18));

        Assert.False(calendar.IsWorkingDay(new(2024, 2, 12)));
        Assert.True(calendar.IsWorkingDay(new(2024, 2, 18)));
        Assert.True(calendar.IsWorkingDay(new(2024, 2, 13)));
        Assert.Equal("春节", calendar.Find(new(2024, 2, 12))?.Name.Chinese);
        Assert.Null(calendar.Find(new(2024, 2, 13)));
    }

    /// <summary>Exceptional days that say what the week says anyway count once, not twice.</summary>
    [Fact]
    public void Calendar_RandomDays_CountsAsWalkingDoes()
    {
        const int seed = 20240210;
        var random = new Random(seed);
        var days = Enumerable.Range(0, 400).Where(_ => random.Next(4) == 0)
            .Select(day => new ExceptionalDay(_start.AddDays(day), random.Next(2) == 0, LocalizedText.Empty)).ToList();
        var calendar = new WorkingCalendar(1, [DayOfWeek.Sunday], days);
        var counted = calendar.CountThrough(_start.AddDays(-1));

        for (var day = _start; day < _start.AddDays(500); day = day.AddDays(1))
        {
            var isWorking = days.Find(exceptional => exceptional.Date == day)?.IsWorking ?? day.DayOfWeek != DayOfWeek.Sunday;
            counted += isWorking ? 1 : 0;
            Assert.Equal(isWorking, calendar.IsWorkingDay(day));
            Assert.Equal(counted, calendar.CountThrough(day));
            Assert.True(!isWorking || calendar.DayOf(counted) == day, $"{day} is not found by its count {counted}.");
        }
    }

    [Fact]
    public void Calendar_BeyondItsEnds_HasNoDay()
    {
        var calendar = Make(DateOnly.MinValue, DateOnly.MaxValue);

        Assert.Null(calendar.DayOf(0));
        Assert.Equal(new DateOnly(1, 1, 2), calendar.DayOf(1));
        Assert.Equal(DateOnly.MaxValue, calendar.DayOf(calendar.CountThrough(DateOnly.MaxValue)));
        Assert.Null(calendar.DayOf(calendar.CountThrough(DateOnly.MaxValue) + 1));
    }

    private static WorkingCalendar Make(DateOnly rest, DateOnly working) => new(
        1, [DayOfWeek.Saturday, DayOfWeek.Sunday], [new(working, true, new("补班")), new(rest, false, new("春节"))]);
}
