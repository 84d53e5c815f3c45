using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>A working calendar: its week, and how far it was filled. Its other days are <see cref="CalendarDay"/>s.</summary>
public sealed class Calendar
{
    /// <summary>The one by which the workspace counts. The SQL functions for working days name it too.</summary>
    public const string WorkspaceKey = "workspace";

    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>The days of the week on which nobody works, 1 for Monday to 7 for Sunday: <c>67</c>.</summary>
    public required string RestDays { get; set; }

    /// <summary>Up to which year the published holidays were filled in; what administrators do to those years afterwards stays.</summary>
    public int HolidaysThrough { get; set; }

    /// <summary>Grows with every change; a node whose calendar is older reloads.</summary>
    public long Version { get; set; }
}

internal sealed class CalendarTable : IEntityTypeConfiguration<Calendar>
{
    public void Configure(EntityTypeBuilder<Calendar> builder)
    {
        builder.ToTable("sys_calendar").HasKey(calendar => calendar.Key);
        builder.Property(calendar => calendar.Key).HasMaxLength(Core.Naming.Key.MaximumLength);
        builder.Property(calendar => calendar.Name).HasMaxLength(200);
        builder.Property(calendar => calendar.RestDays).HasMaxLength(6);
    }
}
