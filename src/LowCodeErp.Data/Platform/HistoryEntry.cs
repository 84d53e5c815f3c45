using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>One change of one record: who, when, through what, and the values before and after. Append-only (R114).</summary>
public sealed class HistoryEntry
{
    public long Id { get; init; }

    public required string Form { get; init; }

    public long RecordId { get; init; }

    /// <summary>The record's version after the change.</summary>
    public long Version { get; init; }

    public HistoryAction Action { get; init; }

    public DateTime At { get; init; }

    public long ActorId { get; init; }

    /// <summary>As the actor was called then.</summary>
    public required string ActorName { get; init; }

    public HistoryThrough Through { get; init; }

    /// <summary>JSON text, kept as written: a json column would reorder it and break the hash.</summary>
    public required string Changes { get; init; }

    /// <summary>See <see cref="HistoryHash"/>.</summary>
#pragma warning disable CA1819 // EF maps a byte column to an array.
    public byte[] Hash { get; private set; } = [];
#pragma warning restore CA1819

    /// <summary>Call once everything else is set; an entry without its hash counts as tampered with.</summary>
    public HistoryEntry Seal()
    {
        Hash = HistoryHash.Of(this);
        return this;
    }
}

internal sealed class HistoryEntryTable : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("sys_history");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Form).HasMaxLength(Key.MaximumLength);
        builder.Property(entry => entry.ActorName).HasMaxLength(100);
        builder.Property(entry => entry.Hash).HasMaxLength(32).IsFixedLength();
        builder.HasIndex(entry => new { entry.Form, entry.RecordId, entry.Version });
    }
}
