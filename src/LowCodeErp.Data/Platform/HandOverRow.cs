using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>What a leaver's successor got, with everybody called as he was then.</summary>
public sealed class HandOverRow
{
    public long Id { get; init; }

    public long LeaverId { get; init; }

    public required string LeaverName { get; init; }

    public long SuccessorId { get; init; }

    public required string SuccessorName { get; init; }

    public DateTime At { get; init; }

    public required string ActorName { get; init; }

    public bool WasDeactivated { get; init; }

    /// <summary>What moved, as JSON.</summary>
    public required string Content { get; init; }
}

internal sealed class HandOverTable : IEntityTypeConfiguration<HandOverRow>
{
    private const int LongestName = 100;

    public void Configure(EntityTypeBuilder<HandOverRow> builder)
    {
        builder.ToTable("sys_hand_over");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.LeaverName).HasMaxLength(LongestName);
        builder.Property(row => row.SuccessorName).HasMaxLength(LongestName);
        builder.Property(row => row.ActorName).HasMaxLength(LongestName);
        builder.HasIndex(row => row.LeaverId);
    }
}
