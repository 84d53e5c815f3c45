using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>The next number of an auto-number field, in one period of it: <c>2026-11</c>, or empty when it never restarts.</summary>
public sealed class Counter
{
    public required string Form { get; init; }

    public required string Field { get; init; }

    public required string Period { get; init; }

    public long Next { get; set; }
}

internal sealed class CounterTable : IEntityTypeConfiguration<Counter>
{
    public void Configure(EntityTypeBuilder<Counter> builder)
    {
        builder.ToTable("sys_counter").HasKey(counter => new { counter.Form, counter.Field, counter.Period });
        builder.Property(counter => counter.Form).HasMaxLength(Key.MaximumLength);
        builder.Property(counter => counter.Field).HasMaxLength(Key.MaximumLength);
        builder.Property(counter => counter.Period).HasMaxLength(Key.MaximumLength);
    }
}
