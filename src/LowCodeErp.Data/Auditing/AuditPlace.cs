using System.Globalization;

namespace LowCodeErp.Data.Auditing;

/// <summary>Where an entry stands in the order of the log; in an address <c>639001234567890000-17</c>.</summary>
public sealed record AuditPlace(DateTime At, long Id)
{
    /// <summary>Null for what is none.</summary>
    public static AuditPlace? Read(string? text)
        => text?.Split('-') is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(new DateTime(at, DateTimeKind.Utc), number)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Id}");
}
