namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// Knows which days are worked. In China that is not the week alone: make-up days turn Sundays into working days.
/// </summary>
public interface IWorkingCalendar
{
    bool IsWorkingDay(DateOnly day);
}
