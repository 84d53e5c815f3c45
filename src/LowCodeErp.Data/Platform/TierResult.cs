using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>What a run found for one subject, with the figures it was judged by.</summary>
public sealed class TierResult
{
    public long RunId { get; init; }

    public long SubjectId { get; init; }

    public required string Tier { get; init; }

    public decimal? Score { get; init; }

    public DateOnly? FirstDate { get; init; }

    public DateOnly? LastDate { get; init; }

    public int? RecencyDays { get; init; }

    public int Orders { get; init; }

    public decimal Amount { get; init; }

    public int? R { get; init; }

    public int? F { get; init; }

    public int? M { get; init; }

    /// <summary>The cumulated share of the total, up to and including this subject.</summary>
    public decimal? Share { get; init; }
}

internal sealed class TierResultTable : IEntityTypeConfiguration<TierResult>
{
    public void Configure(EntityTypeBuilder<TierResult> builder)
    {
        builder.ToTable("sys_tier_result").HasKey(result => new { result.RunId, result.SubjectId });
        builder.Property(result => result.Tier).HasMaxLength(Key.MaximumLength);
        builder.Property(result => result.Score).HasPrecision(9, 4);
        builder.Property(result => result.Amount).HasPrecision(18, 4);
        builder.Property(result => result.Share).HasPrecision(9, 6);
        builder.HasOne<TierRun>().WithMany().HasForeignKey(result => result.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
