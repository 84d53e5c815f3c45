using LowCodeErp.Data.Platform.Flows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>Something that a member is told within the program.</summary>
public sealed class Message
{
    public long Id { get; init; }

    public long MemberId { get; init; }

    /// <summary>What caused it; the same cause tells a member once, however often it is carried out: <c>flow:12/5</c>.</summary>
    public required string Cause { get; init; }

    /// <summary>In UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>What it is about, as a code: <c>copy</c>, <c>reminder</c>.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Null where the title says everything.</summary>
    public string? Text { get; init; }

    /// <summary>Null where it is about no instance of a flow.</summary>
    public long? FlowInstanceId { get; init; }

    /// <summary>In UTC; null until the member has read it.</summary>
    public DateTime? ReadAt { get; set; }
}

internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    private const int LongestCause = 100;

    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("sys_message");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Cause).HasMaxLength(LongestCause);
        builder.Property(row => row.Kind).HasMaxLength(FlowLengths.Code);
        builder.Property(row => row.Title).HasMaxLength(FlowLengths.Title);
        builder.HasOne<Member>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.MemberId, row.Id });
        builder.HasIndex(row => new { row.Cause, row.MemberId }).IsUnique();
        builder.HasIndex(row => row.FlowInstanceId);
    }
}
