using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>
/// A file: pending as long as it has no record, then its record's. The contents lie elsewhere, under a name that nobody can guess and that
/// copies share; without contents the row keeps nothing but the name, for the history of the record.
/// </summary>
public sealed class KeptFile
{
    public long Id { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public long Size { get; set; }

    /// <summary>SHA-256 in hexadecimal; null until everything has arrived.</summary>
    public string? Hash { get; set; }

    /// <summary>The name of the contents; null when they are gone.</summary>
    public string? Content { get; set; }

    /// <summary>Whether the contents lie in the folder of files, not in this database.</summary>
    public bool IsOnDisk { get; init; }

    /// <summary>Of a picture; null for anything else.</summary>
    public int? Width { get; init; }

    public int? Height { get; init; }

    public byte[]? Thumbnail { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Null for the system.</summary>
    public long? CreatedBy { get; init; }

    /// <summary>Key of the form of the record that holds the file; null while it is pending.</summary>
    public string? Form { get; set; }

    public long? RecordId { get; set; }

    /// <summary>Null where a comment holds it.</summary>
    public string? Field { get; set; }

    public long? CommentId { get; set; }

    /// <summary>When the contents may go; null for what is held.</summary>
    public DateTime? ExpiresAt { get; set; }
}

internal sealed class KeptFileTable : IEntityTypeConfiguration<KeptFile>
{
    public void Configure(EntityTypeBuilder<KeptFile> builder)
    {
        builder.ToTable("sys_file");
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.Name).HasMaxLength(FileName.MaximumLength);
        builder.Property(file => file.ContentType).HasMaxLength(100);
        builder.Property(file => file.Hash).HasMaxLength(64);
        builder.Property(file => file.Content).HasMaxLength(ContentName.Length);
        builder.Property(file => file.Form).HasMaxLength(2 * Key.MaximumLength);
        builder.Property(file => file.Field).HasMaxLength(2 * Key.MaximumLength);
        builder.HasIndex(file => new { file.Form, file.RecordId });
        builder.HasIndex(file => file.Content);
        builder.HasIndex(file => file.ExpiresAt);
    }
}
