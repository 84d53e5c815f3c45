using LowCodeErp.Runtime.Departments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>A department, with what follows from the whole tree, so that queries need not walk it.</summary>
public sealed class DepartmentRow
{
    public long Id { get; init; }

    public long? ParentId { get; set; }

    public required string Name { get; set; }

    public string? Code { get; set; }

    public int Position { get; set; }

    /// <summary>One that was closed stays, because records name it.</summary>
    public bool IsActive { get; set; }

    /// <summary>See <see cref="DepartmentTree.TitleOf"/>.</summary>
    public required string Title { get; set; }

    /// <summary>See <see cref="DepartmentTree.TrailOf"/>.</summary>
    public required string Trail { get; set; }
}

internal sealed class DepartmentMapping : IEntityTypeConfiguration<DepartmentRow>
{
    private const int LongestId = 20;

    public void Configure(EntityTypeBuilder<DepartmentRow> builder)
    {
        builder.ToTable("sys_department");
        builder.Property(department => department.Id).ValueGeneratedNever();
        builder.Property(department => department.Name).HasMaxLength(Department.LongestName);
        builder.Property(department => department.Code).HasMaxLength(Department.LongestCode);
        builder.Property(department => department.Title).HasMaxLength((Department.LongestName + 1) * DepartmentTree.MostLayers);
        builder.Property(department => department.Trail).HasMaxLength((LongestId * DepartmentTree.MostLayers) + 1);
        builder.HasOne<DepartmentRow>().WithMany().HasForeignKey(department => department.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
