namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// UTC and wall clock, as PostgreSQL converts them, so that databases agree. Never throws: a wall clock time that a change of the
/// clock skips is read by the clock before it, one that it repeats by the clock after it. Before 1970, for which tables of
/// zones are incomplete and differ from machine to machine, a zone keeps the offset that it had then.
/// </summary>
public static class LocalTime
{
    public static DateTime FromUtc(DateTime utc, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return DateTime.SpecifyKind(Shift(utc, OffsetAt(utc, zone)), DateTimeKind.Unspecified);
    }

    public static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return DateTime.SpecifyKind(Shift(local, -OffsetOf(local, zone)), DateTimeKind.Utc);
    }

    private static TimeSpan OffsetOf(DateTime local, TimeZoneInfo zone)
    {
        var before = OffsetAt(Shift(local, -TimeSpan.FromDays(1)), zone);
        var after = OffsetAt(Shift(local, TimeSpan.FromDays(1)), zone);
        return before == after || OffsetAt(Shift(local, -after), zone) == after ? after : before;
    }

    private static TimeSpan OffsetAt(DateTime utc, TimeZoneInfo zone)
        => zone.GetUtcOffset(DateTime.SpecifyKind(utc < DateTime.UnixEpoch ? DateTime.UnixEpoch : utc, DateTimeKind.Utc));

    private static DateTime Shift(DateTime moment, TimeSpan offset)
        => new(Math.Clamp(moment.Ticks + offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));
}
