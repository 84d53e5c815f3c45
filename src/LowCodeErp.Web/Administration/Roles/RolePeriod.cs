using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Access;

namespace LowCodeErp.Web.Administration.Roles;

/// <summary>The days on which somebody has a role, as people count them: the last one included, in the time zone of the workspace.</summary>
public static class RolePeriod
{
    public static RoleAssignment Set(RoleAssignment assignment, DateOnly? first, DateOnly? last, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return assignment with
        {
            From = first is { } from ? LocalTime.StartOfDay(from, zone) : null,
            Until = last is { } until ? LocalTime.StartOfDay(until.AddDays(1), zone) : null,
        };
    }

    public static DateOnly? FirstDay(RoleAssignment assignment, TimeZoneInfo zone) => DayOf(assignment?.From, zone);

    public static DateOnly? LastDay(RoleAssignment assignment, TimeZoneInfo zone) => DayOf(assignment?.Until, zone)?.AddDays(-1);

    private static DateOnly? DayOf(DateTime? moment, TimeZoneInfo zone)
        => moment is { } utc ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone)) : null;
}
