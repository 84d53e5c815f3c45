using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>What a member entered into a record page and has not saved.</summary>
public sealed class Draft
{
    public long MemberId { get; init; }

    public required string Form { get; init; }

    /// <summary>0 for a new record.</summary>
    public long RecordId { get; init; }

    /// <summary>In which it was entered: each window of a member has its own.</summary>
    public required string Window { get; init; }

    public DateTime KeptAt { get; init; }

    public required string Content { get; init; }
}

internal sealed class DraftTable : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("sys_draft").HasKey(draft => new { draft.MemberId, draft.Form, draft.RecordId, draft.Window });
        builder.Property(draft => draft.Form).HasMaxLength(Key.MaximumLength);
        builder.Property(draft => draft.Window).HasMaxLength(WindowDraft.WindowLength);
        builder.HasOne<Member>().WithMany().HasForeignKey(draft => draft.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(draft => new { draft.Form, draft.RecordId });
    }
}
