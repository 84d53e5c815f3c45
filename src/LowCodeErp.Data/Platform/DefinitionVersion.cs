using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>
/// One published version of a definition (a form, a rule, a tier model …), as its canonical JSON. Never changed, only superseded.
/// </summary>
public sealed class DefinitionVersion
{
    public long Id { get; init; }

    /// <summary><c>form</c>, <c>flow</c>, <c>rule</c>, <c>tiering</c> …</summary>
    public required string Kind { get; init; }

    public required string App { get; init; }

    public required string Key { get; init; }

    public long Version { get; init; }

    public required string Json { get; init; }

    public bool IsCurrent { get; set; }

    /// <summary>The version of the workspace that superseded or removed it; null while it is in force.</summary>
    public long? EndedIn { get; set; }

    public DateTime PublishedAt { get; init; }

    public long PublishedBy { get; init; }

    public bool IsInForce(long version) => Version <= version && (EndedIn is null || EndedIn > version);
}

internal sealed class DefinitionVersionTable : IEntityTypeConfiguration<DefinitionVersion>
{
    public void Configure(EntityTypeBuilder<DefinitionVersion> builder)
    {
        builder.ToTable("sys_definition");
        builder.Property(definition => definition.Id).ValueGeneratedNever();
        builder.Property(definition => definition.Kind).HasMaxLength(Key.MaximumLength);
        builder.Property(definition => definition.App).HasMaxLength(Key.MaximumLength);
        builder.Property(definition => definition.Key).HasMaxLength(Key.MaximumLength);
        builder.HasIndex(definition => new { definition.Kind, definition.Key, definition.Version }).IsUnique();
        builder.HasIndex(definition => new { definition.IsCurrent, definition.Kind });
    }
}
