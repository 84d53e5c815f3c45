using LowCodeErp.Runtime.Flows.Schedules;

namespace LowCodeErp.Unit.Tests.Flows.Definitions;

public sealed class CronScheduleTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData("0 30 8 ? * MON-FRI", "2026-11-20T00:30:00", "2026-11-23T00:30:00")] // Friday at 8:30 in Shanghai is over: Monday
    [InlineData("0 0 18 L * ?", "2026-02-01T00:00:00", "2026-02-28T10:00:00")]
    [InlineData("0 0/15 9-10 * * ?", "2026-11-23T01:15:00", "2026-11-23T01:30:00")]
    [InlineData("0 0 0 1 JAN,JUL ?", "2026-02-01T00:00:00", "2026-06-30T16:00:00")]
    [InlineData("30 59 23 31 * ?", "2026-11-30T00:00:00", "2026-12-31T15:59:30")]
    [InlineData("0 0 22-1 * * ?", "2026-11-23T14:30:00", "2026-11-23T15:00:00")] // through the night
    [InlineData("0 0 8 29 2 ?", "2026-03-01T00:00:00", "2028-02-29T00:00:00")]
    public void Next_IsTheFirstMomentAfter(string cron, string after, string expected)
        => Assert.Equal(Utc(expected), CronSchedule.Parse(cron)!.NextAfter(Utc(after), Shanghai));

    [Fact]
    public void Next_TimeLeftOutByTheClocks_IsTheMomentTheyAreSet()
        => Assert.Equal(Utc("2026-03-29T01:00:00"), CronSchedule.Parse("0 30 2 ? * *")!.NextAfter(Utc("2026-03-28T12:00:00"), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));

    [Fact]
    public void Next_OfADayThatThereIsNot_IsNone() => Assert.Null(CronSchedule.Parse("0 0 8 30 2 ?")!.NextAfter(Utc("2026-01-01T00:00:00"), Shanghai));

    [Theory]
    [InlineData("")]
    [InlineData("0 0 8 * *")]
    [InlineData("0 0 8 * * *")]
    [InlineData("0 0 8 ? * ?")]
    [InlineData("60 0 8 ? * MON")]
    [InlineData("0 0 24 ? * MON")]
    [InlineData("0 0 8 32 * ?")]
    [InlineData("0 0 8 ? * MOON")]
    [InlineData("0 0/0 8 * * ?")]
    [InlineData("0 0 8 1/2/3 * ?")]
    [InlineData("0 0 -8 * * ?")]
    public void Parse_WhatIsNoSchedule_IsNull(string text) => Assert.Null(CronSchedule.Parse(text));

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
