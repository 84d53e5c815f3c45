using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>Says that a record is shared with a member, by whom, and until when.</summary>
public sealed class RecordShare
{
    public required string Form { get; init; }

    public long RecordId { get; init; }

    public long MemberId { get; init; }

    /// <summary>Not only to be viewed.</summary>
    public bool MayEdit { get; set; }

    /// <summary>First moment at which it has ended; null: never.</summary>
    public DateTime? Until { get; set; }

    public long SharedBy { get; set; }

    public DateTime SharedAt { get; set; }
}

internal sealed class RecordShareTable : IEntityTypeConfiguration<RecordShare>
{
    public void Configure(EntityTypeBuilder<RecordShare> builder)
    {
        builder.ToTable("sys_record_share").HasKey(share => new { share.Form, share.RecordId, share.MemberId });
        builder.Property(share => share.Form).HasMaxLength(Key.MaximumLength);
        builder.HasOne<Member>().WithMany().HasForeignKey(share => share.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(share => new { share.MemberId, share.Form });
    }
}
