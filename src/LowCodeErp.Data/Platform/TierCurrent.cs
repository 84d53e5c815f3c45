using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>The tier in force for a subject, and the run that gave it.</summary>
public sealed class TierCurrent
{
    public required string Model { get; init; }

    public long SubjectId { get; init; }

    public long RunId { get; set; }

    public required string Tier { get; set; }
}

internal sealed class TierCurrentTable : IEntityTypeConfiguration<TierCurrent>
{
    public void Configure(EntityTypeBuilder<TierCurrent> builder)
    {
        // No foreign key to the run: its index would be rewritten for every subject at every run.
        builder.ToTable("sys_tier_current").HasKey(current => new { current.Model, current.SubjectId });
        builder.Property(current => current.Model).HasMaxLength(Key.MaximumLength);
        builder.Property(current => current.Tier).HasMaxLength(Key.MaximumLength);
    }
}
