using LowCodeErp.Runtime.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>A member is away. Those of one member do not overlap, so that their first days tell them apart.</summary>
public sealed class AbsenceRow
{
    public long MemberId { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly UntilDay { get; set; }

    public long? SubstituteId { get; set; }

    public string? Note { get; set; }
}

internal sealed class AbsenceTable : IEntityTypeConfiguration<AbsenceRow>
{
    public void Configure(EntityTypeBuilder<AbsenceRow> builder)
    {
        builder.ToTable("sys_absence").HasKey(row => new { row.MemberId, row.FromDay });
        builder.Property(row => row.Note).HasMaxLength(Absence.LongestNote);
        builder.HasOne<Member>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(row => row.SubstituteId).OnDelete(DeleteBehavior.Restrict);
    }
}
