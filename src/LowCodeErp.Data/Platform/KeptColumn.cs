using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>
/// A column, or a whole table, that is no longer published but keeps its values until an administrator purges it. What it
/// was is said by the definitions of the version before <see cref="Version"/>.
/// </summary>
public sealed class KeptColumn
{
    /// <summary>Key of the form, which may be the lines of a sub-table.</summary>
    public required string Form { get; init; }

    /// <summary>Key of the field; blank for the form's whole table.</summary>
    public required string Field { get; init; }

    /// <summary>The version of the workspace that took it out of use.</summary>
    public long Version { get; init; }

    /// <summary>The table as it is called in the database now; a kept table takes its kept columns along.</summary>
    public required string TableName { get; set; }

    /// <summary>Blank for a whole table.</summary>
    public required string ColumnName { get; init; }

    public bool IsTable => Field.Length == 0;
}

internal sealed class KeptColumnTable : IEntityTypeConfiguration<KeptColumn>
{
    private const int LongestName = 63;

    public void Configure(EntityTypeBuilder<KeptColumn> builder)
    {
        builder.ToTable("sys_kept").HasKey(kept => new { kept.Form, kept.Field, kept.Version });
        builder.Ignore(kept => kept.IsTable);
        builder.Property(kept => kept.Form).HasMaxLength(2 * Key.MaximumLength);
        builder.Property(kept => kept.Field).HasMaxLength(2 * Key.MaximumLength);
        builder.Property(kept => kept.TableName).HasMaxLength(LongestName);
        builder.Property(kept => kept.ColumnName).HasMaxLength(LongestName);
    }
}
