using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>A superior who was named. Apart from the account, which is always saved as a whole and so would bring back an old one.</summary>
public sealed class ReportingLineRow
{
    public long MemberId { get; init; }

    public long SuperiorId { get; set; }
}

internal sealed class ReportingLineTable : IEntityTypeConfiguration<ReportingLineRow>
{
    public void Configure(EntityTypeBuilder<ReportingLineRow> builder)
    {
        builder.ToTable("sys_reporting_line").HasKey(row => row.MemberId);
        builder.Property(row => row.MemberId).ValueGeneratedNever();
        builder.HasOne<Member>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(row => row.SuperiorId).OnDelete(DeleteBehavior.Restrict);
    }
}
