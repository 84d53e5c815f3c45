using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Calendars;

/// <summary>The calendar in force, in memory. Loaded at start, and again whenever the stored version has moved on.</summary>
public sealed class WorkingCalendars(ICalendarStore store) : IWorkingCalendars
{
    private readonly Lock _lock = new();
    private volatile WorkingCalendar _current = new(0, [DayOfWeek.Saturday, DayOfWeek.Sunday], []);

    public event Action? Changed;

    public WorkingCalendar Current => _current;

    public async Task LoadAsync(CancellationToken cancellationToken = default) => Adopt(await store.ReadAsync(cancellationToken));

    /// <summary>Whether another node has changed the calendar since.</summary>
    public async Task<bool> IsOutdatedAsync(CancellationToken cancellationToken = default)
        => await store.ReadVersionAsync(cancellationToken) != Current.Version;

    public async Task<IReadOnlyList<Diagnostic>> SetAsync(IReadOnlyList<ExceptionalDay> days, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(actor);
        IReadOnlyList<Diagnostic> problems = [.. CheckActor(actor), .. CalendarLimits.Check(days)];
        if (problems.Count == 0 && days.Count > 0)
        {
            Adopt(await store.SetAsync(days, cancellationToken));
        }

        return problems;
    }

    public async Task<IReadOnlyList<Diagnostic>> ClearAsync(DateOnly first, DateOnly last, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        IReadOnlyList<Diagnostic> problems = [.. CheckActor(actor)];
        if (problems.Count == 0)
        {
            Adopt(await store.ClearAsync(first, last, cancellationToken));
        }

        return problems;
    }

    private static IEnumerable<Diagnostic> CheckActor(Actor actor)
        => actor.IsAdministrator ? [] : [CalendarDiagnostics.NotAllowed(actor.Name)];

    private void Adopt(WorkingCalendar calendar)
    {
        lock (_lock)
        {
            if (calendar.Version <= _current.Version)
            {
                return;
            }

            _current = calendar;
        }

        Changed?.Invoke();
    }
}
