using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>From where the next block of ids of one sequence is taken.</summary>
public sealed class IdBlock
{
    public required string Name { get; init; }

    public long Next { get; set; }
}

internal sealed class IdBlockTable : IEntityTypeConfiguration<IdBlock>
{
    public void Configure(EntityTypeBuilder<IdBlock> builder)
    {
        builder.ToTable("sys_id_block").HasKey(block => block.Name);
        builder.Property(block => block.Name).HasMaxLength(2 * Key.MaximumLength);
    }
}
