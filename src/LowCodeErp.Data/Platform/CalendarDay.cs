using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Calendars;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>A day of which a calendar says itself whether it is worked, whatever its week says.</summary>
public sealed class CalendarDay
{
    public required string Calendar { get; init; }

    public DateOnly Date { get; init; }

    public bool IsWorking { get; init; }

    /// <summary>In Chinese, or in whatever language an administrator wrote; empty when it has none.</summary>
    public required string Name { get; init; }

    public string? EnglishName { get; init; }

    public static CalendarDay Of(string calendar, ExceptionalDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return new() { Calendar = calendar, Date = day.Date, IsWorking = day.IsWorking, Name = day.Name.Chinese, EnglishName = day.Name.English };
    }

    public ExceptionalDay ToDay() => new(Date, IsWorking, new LocalizedText(Name, EnglishName));
}

internal sealed class CalendarDayTable : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("sys_calendar_day").HasKey(day => new { day.Calendar, day.Date });
        builder.Property(day => day.Calendar).HasMaxLength(Key.MaximumLength);
        builder.Property(day => day.Name).HasMaxLength(CalendarLimits.NameLength);
        builder.Property(day => day.EnglishName).HasMaxLength(CalendarLimits.NameLength);
        builder.HasOne<Calendar>().WithMany().HasForeignKey(day => day.Calendar);
    }
}
