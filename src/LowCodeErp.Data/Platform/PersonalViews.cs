using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>The views that a member has made for the list of a form, and which one was looked at last.</summary>
public sealed class PersonalViews
{
    public long MemberId { get; init; }

    public required string Form { get; init; }

    public required string Content { get; set; }
}

internal sealed class PersonalViewsTable : IEntityTypeConfiguration<PersonalViews>
{
    public void Configure(EntityTypeBuilder<PersonalViews> builder)
    {
        builder.ToTable("sys_personal_views").HasKey(views => new { views.MemberId, views.Form });
        builder.Property(views => views.Form).HasMaxLength(Key.MaximumLength);
        builder.HasOne<Member>().WithMany().HasForeignKey(views => views.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
