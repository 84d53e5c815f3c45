using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>Who has which role; see <see cref="Runtime.Access.RoleAssignment"/>. One that was taken back is gone, the audit log knows of it.</summary>
public sealed class RoleAssignmentRow
{
    public long Id { get; init; }

    /// <summary>Key of the app; blank for roles of the whole workspace.</summary>
    public required string App { get; init; }

    public required string Role { get; init; }

    public long? MemberId { get; init; }

    public long? DepartmentId { get; init; }

    public DateTime? From { get; init; }

    public DateTime? Until { get; init; }

    public long AssignedBy { get; init; }

    public DateTime AssignedAt { get; init; }
}

internal sealed class RoleAssignmentTable : IEntityTypeConfiguration<RoleAssignmentRow>
{
    public void Configure(EntityTypeBuilder<RoleAssignmentRow> builder)
    {
        builder.ToTable("sys_role_assignment", table => table.HasCheckConstraint("ck_sys_role_assignment_holder", "(member_id IS NULL AND department_id IS NOT NULL) OR (member_id IS NOT NULL AND department_id IS NULL)"));
        builder.Property(assignment => assignment.Id).ValueGeneratedNever();
        builder.Property(assignment => assignment.App).HasMaxLength(Key.MaximumLength);
        builder.Property(assignment => assignment.Role).HasMaxLength(Key.MaximumLength);
        builder.HasOne<Member>().WithMany().HasForeignKey(assignment => assignment.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DepartmentRow>().WithMany().HasForeignKey(assignment => assignment.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
