using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>One computation of a tier model for all its subjects (R25 to R44), with the settings it used.</summary>
public sealed class TierRun
{
    public long Id { get; init; }

    public required string Model { get; init; }

    public DateOnly AsOf { get; init; }

    public DateTime StartedAt { get; init; }

    public DateTime? FinishedAt { get; set; }

    public long ActorId { get; init; }

    /// <summary>The model's settings as JSON, so that the result can be explained after they have changed.</summary>
    public required string Settings { get; init; }

    /// <summary>The limits that were found in the data (quantiles, shares), as JSON.</summary>
    public required string Edges { get; set; }

    public int Subjects { get; set; }
}

internal sealed class TierRunTable : IEntityTypeConfiguration<TierRun>
{
    public void Configure(EntityTypeBuilder<TierRun> builder)
    {
        builder.ToTable("sys_tier_run");
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Model).HasMaxLength(Key.MaximumLength);
        builder.HasIndex(run => new { run.Model, run.AsOf });
    }
}
