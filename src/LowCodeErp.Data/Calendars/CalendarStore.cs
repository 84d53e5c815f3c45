using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Calendars;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Calendars;

/// <summary>The workspace's calendar in <c>sys_calendar</c> and <c>sys_calendar_day</c>.</summary>
public sealed class CalendarStore(WorkspaceConnections connections) : ICalendarStore
{
    private const int Sunday = 7;

    /// <summary>A server takes 2,100 parameters at most.</summary>
    private const int DatesInStatement = 500;

    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task<WorkingCalendar> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var calendar = await ReadAsync(context, cancellationToken);
        connections.Adopt(calendar);
        return calendar;
    }

    public async Task<long> ReadVersionAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await Ours(context).Select(calendar => calendar.Version).SingleAsync(cancellationToken);
    }

    public Task<WorkingCalendar> SetAsync(IReadOnlyList<ExceptionalDay> days, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(days);
        return ChangeAsync(
            async context =>
            {
                foreach (var dates in days.Select(day => day.Date).Chunk(DatesInStatement))
                {
                    await OurDays(context).Where(day => dates.Contains(day.Date)).ExecuteDeleteAsync(cancellationToken);
                }

                context.AddRange(days.Select(day => CalendarDay.Of(Calendar.WorkspaceKey, day)));
                await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    public Task<WorkingCalendar> ClearAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken = default)
        => ChangeAsync(
            context => OurDays(context).Where(day => day.Date >= first && day.Date <= last).ExecuteDeleteAsync(cancellationToken),
            cancellationToken);

    /// <summary>Counting first takes the calendar's row for this transaction, so that changes follow one another.</summary>
    private async Task<WorkingCalendar> ChangeAsync(Func<PlatformContext, Task> change, CancellationToken cancellationToken)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        await Ours(context).ExecuteUpdateAsync(set => set.SetProperty(calendar => calendar.Version, calendar => calendar.Version + 1), cancellationToken);
        await change(context);
        var changed = await ReadAsync(context, cancellationToken);
        write.AfterCommit(() => connections.Adopt(changed));
        await write.CommitAsync(cancellationToken);
        return changed;
    }

    /// <summary>In one statement, so that the version and the days belong together whoever changes them meanwhile.</summary>
    private static async Task<WorkingCalendar> ReadAsync(PlatformContext context, CancellationToken cancellationToken)
    {
        var rows = await (
            from calendar in Ours(context)
            from day in OurDays(context).DefaultIfEmpty()
            select new { Calendar = calendar, Day = day }).AsNoTracking().ToListAsync(cancellationToken);
        var found = rows[0].Calendar;
        return new(found.Version, ReadRestDays(found.RestDays), rows.Select(row => row.Day).OfType<CalendarDay>().Select(day => day.ToDay()));
    }

    private static IQueryable<Calendar> Ours(PlatformContext context) => context.Calendars.Where(calendar => calendar.Key == Calendar.WorkspaceKey);

    private static IQueryable<CalendarDay> OurDays(PlatformContext context) => context.CalendarDays.Where(day => day.Calendar == Calendar.WorkspaceKey);

    private static IReadOnlyCollection<DayOfWeek> ReadRestDays(string days)
        => [.. days.Select(day => (DayOfWeek)((day - '0') % Sunday))];
}
