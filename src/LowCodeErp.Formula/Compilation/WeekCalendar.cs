namespace LowCodeErp.Formula.Compilation;

/// <summary>Monday to Friday, without holidays; for where no calendar has been set up.</summary>
public sealed class WeekCalendar : IWorkingCalendar
{
    public static WeekCalendar Instance { get; } = new();

    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
