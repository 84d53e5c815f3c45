using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>One version of the workspace: which app was published, when and by whom. What it changed stands in <see cref="DefinitionVersion"/>.</summary>
public sealed class Publication
{
    public long Version { get; init; }

    public required string App { get; init; }

    public DateTime PublishedAt { get; init; }

    /// <summary>0 for the system: a command at the server's console.</summary>
    public long PublishedBy { get; init; }

    /// <summary>The version whose definitions were published again; null when they came from their author.</summary>
    public long? RestoredVersion { get; init; }
}

internal sealed class PublicationTable : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("sys_publication").HasKey(publication => publication.Version);
        builder.Property(publication => publication.Version).ValueGeneratedNever();
        builder.Property(publication => publication.App).HasMaxLength(Key.MaximumLength);
    }
}
