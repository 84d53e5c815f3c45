using LowCodeErp.Runtime.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>A member belongs to a department.</summary>
public sealed class MembershipRow
{
    public long MemberId { get; init; }

    public long DepartmentId { get; init; }

    public DepartmentRole Role { get; set; }

    public string? Position { get; set; }

    public bool IsMain { get; set; }
}

internal sealed class MembershipTable : IEntityTypeConfiguration<MembershipRow>
{
    public void Configure(EntityTypeBuilder<MembershipRow> builder)
    {
        builder.ToTable("sys_membership").HasKey(row => new { row.MemberId, row.DepartmentId });
        builder.Property(row => row.Position).HasMaxLength(Membership.LongestPosition);
        builder.HasOne<Member>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<DepartmentRow>().WithMany().HasForeignKey(row => row.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
