namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// Knows which days are worked. In China that is not the week alone: make-up days turn Sundays into working days. Working days
/// are numbered, so that counting them and finding the hundredth one takes the same time however far apart they lie.
/// </summary>
public interface IWorkingCalendar
{
    bool IsWorkingDay(DateOnly day);

    /// <summary>How many working days there are from the first of all dates to this one, included.</summary>
    int CountThrough(DateOnly day);

    /// <summary>The working day through which that many are counted; null beyond the first and the last date.</summary>
    DateOnly? DayOf(int count);
}
