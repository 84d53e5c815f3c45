namespace LowCodeErp.Formula.Compilation;

/// <summary>UTC and wall clock. Never throws: wall clock times that a change of the clock skips or repeats take the usual offset.</summary>
public static class LocalTime
{
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

    private static DateTime Shift(DateTime moment, TimeSpan offset)
        => new(Math.Clamp(moment.Ticks + offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));
}
