namespace LowCodeErp.Runtime.Calendars;

/// <summary>Keeps the workspace's calendar. Every change is one transaction and gives the calendar as it is afterwards.</summary>
public interface ICalendarStore
{
    Task<WorkingCalendar> ReadAsync(CancellationToken cancellationToken = default);

    Task<long> ReadVersionAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds the days, replacing those of the same date.</summary>
    Task<WorkingCalendar> SetAsync(IReadOnlyList<ExceptionalDay> days, CancellationToken cancellationToken = default);

    /// <summary>Leaves the days from the first to the last, both included, to the week.</summary>
    Task<WorkingCalendar> ClearAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default);
}
