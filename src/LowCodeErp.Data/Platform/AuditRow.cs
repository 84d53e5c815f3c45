using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Platform.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>Something that happened and is no change of a record (R114). Append-only; nothing is null, so that each column has one way to be hashed.</summary>
public sealed class AuditRow
{
    public const int AddressLength = 60;

    public long Id { get; init; }

    public DateTime At { get; init; }

    /// <summary>0 for the system, and for whoever was refused before he was known.</summary>
    public long ActorId { get; init; }

    /// <summary>As the actor was called then.</summary>
    public required string ActorName { get; init; }

    /// <summary>Key of an <see cref="Runtime.Auditing.AuditKind"/>; not the kind itself, since one that somebody has made up must not keep the others from being read.</summary>
    public required string Kind { get; init; }

    /// <summary>Key of an app, or blank.</summary>
    public string App { get; init; } = "";

    /// <summary>Key of a form, or blank.</summary>
    public string Form { get; init; } = "";

    /// <summary>0 where it is about no record.</summary>
    public long RecordId { get; init; }

    /// <summary>JSON text, kept as written: a json column would reorder it and break the hash.</summary>
    public required string Details { get; init; }

    /// <summary>From where, as the server saw it; blank where that is not known.</summary>
    public string Address { get; init; } = "";

#pragma warning disable CA1819 // EF maps a byte column to an array.
    public byte[] Hash { get; private set; } = [];
#pragma warning restore CA1819

    /// <summary>Call once everything else is set; an entry without its hash counts as tampered with.</summary>
    public AuditRow Seal()
    {
        Hash = HashOf(Id, UtcConverter.Cut(At), ActorId, ActorName, Kind, App, Form, RecordId, Details, Address);
        return this;
    }

    /// <summary>Of what is stored, whether it still means anything or not.</summary>
    internal static byte[] HashOf(
        long id, DateTime at, long actorId, string actorName, string kind, string app, string form, long recordId, string details, string address)
    {
        var content = new HashedContent(actorName.Length + kind.Length + app.Length + form.Length + details.Length + address.Length);
        content.Write(id);
        content.Write(at.Ticks);
        content.Write(actorId);
        content.Write(actorName);
        content.Write(kind);
        content.Write(app);
        content.Write(form);
        content.Write(recordId);
        content.Write(details);
        content.Write(address);
        return content.Hash();
    }
}

internal sealed class AuditRowTable : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("sys_audit");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ActorName).HasMaxLength(100);
        builder.Property(row => row.Kind).HasMaxLength(30);
        builder.Property(row => row.App).HasMaxLength(Key.MaximumLength);
        builder.Property(row => row.Form).HasMaxLength(Key.MaximumLength);
        builder.Property(row => row.Address).HasMaxLength(AuditRow.AddressLength);
        builder.Property(row => row.Hash).HasMaxLength(32).IsFixedLength();
        builder.HasIndex(row => new { row.At, row.Id });
        builder.HasIndex(row => new { row.Form, row.At, row.Id });
    }
}
