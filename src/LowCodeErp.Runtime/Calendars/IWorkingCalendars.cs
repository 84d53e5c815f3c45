using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Calendars;

/// <summary>The calendar by which the workspace counts working days, and the only way to change it.</summary>
public interface IWorkingCalendars
{
    /// <summary>Read once at the start of a piece of work and passed on, so that the piece counts by one calendar throughout.</summary>
    WorkingCalendar Current { get; }

    /// <summary>Raised after <see cref="Current"/> has changed, on any thread.</summary>
    event Action? Changed;

    /// <summary>Adds exceptional days, replacing those of the same date: all of them or, with the reasons returned, none.</summary>
    Task<IReadOnlyList<Diagnostic>> SetAsync(IReadOnlyList<ExceptionalDay> days, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>Leaves the days from the first to the last, both included, to the week; nothing happens if a reason against it is returned.</summary>
    Task<IReadOnlyList<Diagnostic>> ClearAsync(DateOnly first, DateOnly last, Actor actor, CancellationToken cancellationToken = default);
}
