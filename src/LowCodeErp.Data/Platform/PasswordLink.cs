using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>The one address at which a member may choose a password, once: his invitation, or the way back for who forgot it. The next takes its place.</summary>
public sealed class PasswordLink
{
    public long MemberId { get; init; }

    /// <summary>Of the secret part of the address, which is shown once and kept nowhere.</summary>
    public required byte[] Hash { get; init; }

    public DateTime ExpiresAt { get; init; }
}

internal sealed class PasswordLinkTable : IEntityTypeConfiguration<PasswordLink>
{
    public void Configure(EntityTypeBuilder<PasswordLink> builder)
    {
        builder.ToTable("sys_password_link").HasKey(link => link.MemberId);
        builder.Property(link => link.MemberId).ValueGeneratedNever();
        builder.Property(link => link.Hash).HasMaxLength(Accounts.Secret.HashLength);
        builder.HasIndex(link => link.Hash).IsUnique();
        builder.HasOne<Member>().WithOne().HasForeignKey<PasswordLink>(link => link.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
