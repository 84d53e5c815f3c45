using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>A person with an account in the workspace.</summary>
public sealed class Member : IdentityUser<long>
{
    public string DisplayName { get; set; } = "";

    public bool IsAdministrator { get; set; }

    /// <summary>Leavers are deactivated, not deleted, because records and history name them (R115).</summary>
    public bool IsActive { get; set; } = true;

    public string Culture { get; set; } = "zh-CN";

    /// <summary>The step of time of the last code of the second factor that was accepted: that one, and those before it, count no more.</summary>
    public long LastCodeStep { get; set; }
}

internal sealed class MemberTable : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("sys_member");
        builder.HasIndex(member => member.NormalizedUserName).HasDatabaseName("ix_sys_member_normalized_user_name").IsUnique();
        builder.HasIndex(member => member.NormalizedEmail).HasDatabaseName("ix_sys_member_normalized_email");
        builder.Property(member => member.DisplayName).HasMaxLength(100);
        builder.Property(member => member.Culture).HasMaxLength(20);
    }
}
