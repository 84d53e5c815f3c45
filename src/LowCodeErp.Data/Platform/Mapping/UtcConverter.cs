using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LowCodeErp.Data.Platform.Mapping;

/// <summary>
/// Times are UTC in the store. They are cut to the microsecond, the finest that PostgreSQL keeps, so that what is read back
/// equals what was written on every database.
/// </summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => Cut(time),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    public static DateTime Cut(DateTime time) => time.Kind == DateTimeKind.Utc
        ? new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc)
        : throw new ArgumentException($"Only UTC times are stored; {time:O} is {time.Kind}.", nameof(time));
}
