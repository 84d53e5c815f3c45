namespace LowCodeErp.Formula.Compilation;

/// <summary>UTC and wall clock. Never throws: wall clock times that a change of the clock skips or repeats take the usual offset.</summary>
public static class LocalTime
{
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);

    public static DateTime FromUtc(DateTime utc, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Shift(utc, zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));
    }

    public static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return DateTime.SpecifyKind(Shift(local, -zone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified))), DateTimeKind.Utc);
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

    private static DateTime Shift(DateTime moment, TimeSpan offset)
        => new(Math.Clamp(moment.Ticks + offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));
}
