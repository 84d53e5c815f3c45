using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>A subject's move from one tier to another: its trajectory (R9, R44).</summary>
public sealed class TierChange
{
    public long Id { get; init; }

    public required string Model { get; init; }

    public long SubjectId { get; init; }

    public long RunId { get; init; }

    public DateTime At { get; init; }

    /// <summary>Null when the subject had no tier before.</summary>
    public string? FromTier { get; init; }

    public required string ToTier { get; init; }
}

internal sealed class TierChangeTable : IEntityTypeConfiguration<TierChange>
{
    public void Configure(EntityTypeBuilder<TierChange> builder)
    {
        builder.ToTable("sys_tier_change");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.Model).HasMaxLength(Key.MaximumLength);
        builder.Property(change => change.FromTier).HasMaxLength(Key.MaximumLength);
        builder.Property(change => change.ToTier).HasMaxLength(Key.MaximumLength);
        builder.HasIndex(change => new { change.Model, change.SubjectId, change.At });
        builder.HasOne<TierRun>().WithMany().HasForeignKey(change => change.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
