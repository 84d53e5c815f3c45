using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Calendars;

namespace LowCodeErp.Data.Tests.Calendars;

public sealed class PublishedHolidaysTests
{
    /// <summary>Two packages, made by different people from the notices of the State Council.</summary>
    [Theory]
    [InlineData(2024, 28, 8)]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void Holidays_OfAYear_AgreeWithASecondSourceOnEveryDay(int year, int rest, int working)
    {
        var (ours, theirs) = (PublishedHolidays.Calendar, new WorkingCalendar(1, PublishedHolidays.Calendar.RestDays, ReadSecondSource()));

        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            Assert.True(ours.IsWorkingDay(day) == theirs.IsWorkingDay(day), $"The sources differ on {day:yyyy-MM-dd}.");
            Assert.True((ours.Find(day) is null) == (theirs.Find(day) is null), $"Only one source names {day:yyyy-MM-dd}.");
        }

        Assert.Equal((rest, working), (ours.DaysOf(year).Count(day => !day.IsWorking), ours.DaysOf(year).Count(day => day.IsWorking)));
    }

    /// <summary>Holidays are moved and made up for, so a year has as many working days as the law's days off leave.</summary>
    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Calendar_OfAYear_HasTheWorkingDaysOfTheLaw(int year, int expected)
        => Assert.Equal((decimal)expected, Evaluate($"NETWORKDAYS(#{year}-01-01#, #{year}-12-31#)"));

    [Theory]
    [InlineData("NETWORKDAYS(#2024-02-04#, #2024-02-18#)", "7")]
    [InlineData("NETWORKDAYS(#2024-02-10#, #2024-02-17#)", "0")]
    [InlineData("WORKDAY(#2024-02-09#, 1)", "2024-02-18")]
    [InlineData("WORKDAY(#2024-02-18#, -1)", "2024-02-09")]
    [InlineData("WORKDAY(#2024-02-09#, 1, {#2024-02-18#})", "2024-02-19")]
    [InlineData("NETWORKDAYS(#2025-01-26#, #2025-02-08#)", "6")]
    [InlineData("WORKDAY(#2025-01-27#, 1)", "2025-02-05")]
    [InlineData("WORKDAY(#2025-02-07#, 1)", "2025-02-08")]
    [InlineData("NETWORKDAYS(#2026-02-14#, #2026-02-28#)", "6")]
    [InlineData("WORKDAY(#2026-02-14#, 1)", "2026-02-24")]
    [InlineData("WORKDAY(#2026-02-24#, -1)", "2026-02-14")]
    [InlineData("WORKDAY(#2026-09-30#, 3)", "2026-10-10")]
    [InlineData("WORKDAY(#2026-12-31#, 1)", "2027-01-01")]
    public void Formula_AroundTheHolidays_CountsMakeUpDays(string text, string expected)
        => Assert.Equal(expected, ValueText.Of(Evaluate(text), Context));

    private static EvaluationContext Context { get; } = new(DateTime.UnixEpoch) { Calendar = PublishedHolidays.Calendar };

    private static object? Evaluate(string text) => FormulaCompiler.Compile(text, FormulaSchema.Empty).Evaluate(ArrayRow.Empty, Context);

    private static IReadOnlyList<ExceptionalDay> ReadSecondSource()
    {
        const string name = "chinese-workday.json";
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LowCodeErp.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        var diagnostics = new DiagnosticBag();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(folder.FullName, "tests", "data", "calendar", name))));
        return CalendarFile.Read(stream, name, diagnostics) ?? throw new InvalidDataException(diagnostics.Items[0].ToString());
    }
}
