using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>What a member has changed on an app and not published.</summary>
public sealed class DesignDraft
{
    public long MemberId { get; init; }

    public required string App { get; init; }

    public DateTime KeptAt { get; init; }

    public required string Content { get; init; }
}

internal sealed class DesignDraftTable : IEntityTypeConfiguration<DesignDraft>
{
    public void Configure(EntityTypeBuilder<DesignDraft> builder)
    {
        builder.ToTable("sys_design_draft").HasKey(draft => new { draft.MemberId, draft.App });
        builder.Property(draft => draft.App).HasMaxLength(Key.MaximumLength);
        builder.HasOne<Member>().WithMany().HasForeignKey(draft => draft.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
