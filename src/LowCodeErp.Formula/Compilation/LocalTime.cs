namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// UTC and wall clock, as PostgreSQL converts them, so that databases agree. Never throws: a wall clock time that a change of the
/// clock skips is read by the clock before it, one that it repeats by the clock after it. Before 1970, for which tables of
/// zones are incomplete and differ from machine to machine, a zone keeps the offset that it had then.
/// </summary>
public static class LocalTime
{
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);

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

    /// <summary>
    /// The first moment, in UTC, at which the calendar shows the day (or a later one, where a zone has skipped it). Where the
    /// clock goes back over midnight, or forward, this is not what <see cref="ToUtc"/> makes of 0:00.
    /// </summary>
    public static DateTime StartOfDay(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (day == DateOnly.MinValue)
        {
            // Whatever the clock shows then, there is no day before it; see Shift.
            return DateTime.SpecifyKind(midnight, DateTimeKind.Utc);
        }

        return zone.IsAmbiguousTime(midnight) || zone.IsInvalidTime(midnight) ? FindStart(day, midnight, zone) : ToUtc(midnight, zone);
    }

    private static DateTime FindStart(DateOnly day, DateTime midnight, TimeZoneInfo zone)
    {
        var (before, from) = (Shift(midnight, -TwoDays).Ticks, Shift(midnight, TwoDays).Ticks);
        while (from - before > 1)
        {
            var middle = before + (from - before) / 2;
            var isBefore = DateOnly.FromDateTime(FromUtc(new DateTime(middle, DateTimeKind.Utc), zone)) < day;
            (before, from) = isBefore ? (middle, from) : (before, middle);
        }

        return new DateTime(from, DateTimeKind.Utc);
    }

    private static TimeSpan OffsetOf(DateTime local, TimeZoneInfo zone)
    {
        var before = OffsetAt(Shift(local, -TimeSpan.FromDays(1)), zone);
        var after = OffsetAt(Shift(local, TimeSpan.FromDays(1)), zone);
        return before == after || OffsetAt(Shift(local, -after), zone) == after ? after : before;
    }

    private static TimeSpan OffsetAt(DateTime utc, TimeZoneInfo zone)
        => zone.GetUtcOffset(DateTime.SpecifyKind(utc < DateTime.UnixEpoch ? DateTime.UnixEpoch : utc, DateTimeKind.Utc));

    /// <summary>Up to the last microsecond that databases can store.</summary>
    private static DateTime Shift(DateTime moment, TimeSpan offset)
        => new(Math.Clamp(moment.Ticks + offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks - TimeSpan.TicksPerMicrosecond + 1));
}
