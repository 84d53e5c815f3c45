using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>A piece of the contents of files, small enough to be in memory.</summary>
public sealed class FileChunk
{
    /// <summary>As <see cref="KeptFile.Content"/>.</summary>
    public required string Content { get; init; }

    /// <summary>The place of the first byte in the contents.</summary>
    public long Start { get; init; }

    public required byte[] Bytes { get; init; }
}

internal sealed class FileChunkTable : IEntityTypeConfiguration<FileChunk>
{
    public void Configure(EntityTypeBuilder<FileChunk> builder)
    {
        builder.ToTable("sys_file_chunk").HasKey(chunk => new { chunk.Content, chunk.Start });
        builder.Property(chunk => chunk.Content).HasMaxLength(ContentName.Length);
    }
}
