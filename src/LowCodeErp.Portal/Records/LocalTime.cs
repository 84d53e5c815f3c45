using System.Globalization;

namespace LowCodeErp.Portal.Records;

/// <summary>Stored times as people at this workspace read them.</summary>
public static class LocalTime
{
    public static string Format(DateTime utc, TimeZoneInfo zone)
        => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
