using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>Lets a program act as a member, without his password. A key that was revoked is no row.</summary>
public sealed class ApiKey
{
    public const int LongestName = 100;

    public long Id { get; init; }

    public long MemberId { get; init; }

    public required string Name { get; init; }

    /// <summary>False for a key that may read only.</summary>
    public bool CanWrite { get; init; }

    /// <summary>Of the key itself, which is shown once and kept nowhere.</summary>
    public required byte[] Hash { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime ExpiresAt { get; init; }

    /// <summary>Null when it was never used; to within <see cref="Accounts.ApiKeys.UsedEvery"/>.</summary>
    public DateTime? LastUsedAt { get; set; }
}

internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("sys_api_key");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Name).HasMaxLength(ApiKey.LongestName);
        builder.Property(key => key.Hash).HasMaxLength(Accounts.Secret.HashLength);
        builder.HasIndex(key => key.Hash).IsUnique();
        builder.HasOne<Member>().WithMany().HasForeignKey(key => key.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
