using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Comments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>What a member says about a record.</summary>
public sealed class Comment
{
    public long Id { get; init; }

    public required string Form { get; init; }

    public long RecordId { get; init; }

    public long MemberId { get; init; }

    /// <summary>As the member was called then.</summary>
    public required string MemberName { get; init; }

    public DateTime At { get; init; }

    /// <summary>Null when it stands as it was written first.</summary>
    public DateTime? ChangedAt { get; init; }

    public required string Text { get; init; }
}

internal sealed class CommentTable : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("sys_comment");
        builder.Property(comment => comment.Id).ValueGeneratedNever();
        builder.Property(comment => comment.Form).HasMaxLength(Key.MaximumLength);
        builder.Property(comment => comment.MemberName).HasMaxLength(100);
        builder.Property(comment => comment.Text).HasMaxLength(RecordComment.MaximumLength);
        builder.HasIndex(comment => new { comment.Form, comment.RecordId, comment.Id });
    }
}
