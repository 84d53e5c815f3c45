using LowCodeErp.Data.Platform;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Calendars;

/// <summary>
/// Gives a workspace its calendar, and later the holidays of years that a newer program brings. Each year is filled in once, and only
/// where nobody has entered a day himself, so nothing that an administrator sets or clears is ever undone.
/// </summary>
internal static class CalendarSeed
{
    /// <summary>Saturday and Sunday.</summary>
    private const string Weekend = "67";

    public static async Task ApplyAsync(PlatformContext context, CancellationToken cancellationToken)
    {
        var calendar = await context.Calendars.AsTracking().SingleOrDefaultAsync(calendar => calendar.Key == Calendar.WorkspaceKey, cancellationToken)
            ?? context.Add(new Calendar { Key = Calendar.WorkspaceKey, Name = "工作日历", RestDays = Weekend }).Entity;
        if (calendar.HolidaysThrough >= PublishedHolidays.LastYear)
        {
            return;
        }

        var known = await context.CalendarDays.Where(day => day.Calendar == calendar.Key).Select(day => day.Date).ToHashSetAsync(cancellationToken);
        context.AddRange(PublishedHolidays.Days
            .Where(day => day.Date.Year > calendar.HolidaysThrough && !known.Contains(day.Date))
            .Select(day => CalendarDay.Of(calendar.Key, day)));
        calendar.HolidaysThrough = PublishedHolidays.LastYear;
        calendar.Version++;
        await context.SaveChangesAsync(cancellationToken);
    }
}
