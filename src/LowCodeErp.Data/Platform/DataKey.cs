using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>A key that sensitive values are encrypted with, itself encrypted by the keys of <see cref="ProtectionKey"/>.</summary>
public sealed class DataKey
{
    public long Id { get; init; }

    public required byte[] Wrapped { get; init; }

    public DateTime CreatedAt { get; init; }
}

internal sealed class DataKeyTable : IEntityTypeConfiguration<DataKey>
{
    public void Configure(EntityTypeBuilder<DataKey> builder)
    {
        builder.ToTable("sys_data_key");
        builder.Property(key => key.Id).ValueGeneratedNever();
    }
}
