using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>A key of ASP.NET's data protection, which signs cookies and wraps the data key, in its own words. In the database, so that a backup has it.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    private const int NameLength = 200;

    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("sys_protection_key").HasKey(key => key.Name);
        builder.Property(key => key.Name).HasMaxLength(NameLength);
    }
}
