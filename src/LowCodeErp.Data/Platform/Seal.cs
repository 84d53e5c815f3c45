using LowCodeErp.Data.Platform.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LowCodeErp.Data.Platform;

/// <summary>
/// One link of the chain that holds the logs: the rows of a range without gaps, and the seal before. Whoever changes a row, or a seal, would have to make
/// every later seal anew, and the last one's hash may be noted outside (decision 0038).
/// </summary>
public sealed class Seal
{
    /// <summary>The seals of both logs are one chain: 1, 2, 3 …</summary>
    public long Number { get; init; }

    public SealedLog Log { get; init; }

    public long FromId { get; init; }

    public long ToId { get; init; }

    public long Count { get; init; }

    public DateTime SealedAt { get; init; }

#pragma warning disable CA1819 // EF maps a byte column to an array.
    /// <summary>SHA-256 over the hashes of the rows in the order of their ids.</summary>
    public required byte[] RowsHash { get; init; }

    /// <summary>Zeros for the first.</summary>
    public required byte[] PreviousHash { get; init; }

    public byte[] Hash { get; private set; } = [];

    /// <summary>What the first seal follows.</summary>
    public static byte[] Beginning => new byte[32];
#pragma warning restore CA1819

    /// <summary>Call once everything else is set.</summary>
    public Seal Close()
    {
        Hash = HashOf(Number, KeyedEnum.ToKey(Log), FromId, ToId, Count, UtcConverter.Cut(SealedAt), RowsHash, PreviousHash);
        return this;
    }

    /// <summary>Of what is stored, whether it still means anything or not.</summary>
    internal static byte[] HashOf(
        long number, string log, long fromId, long toId, long count, DateTime sealedAt, ReadOnlySpan<byte> rowsHash, ReadOnlySpan<byte> previousHash)
    {
        // Somebody may have put anything into the place of a hash: room for that too.
        var content = new HashedContent(log.Length + rowsHash.Length + previousHash.Length);
        content.Write(number);
        content.Write(log);
        content.Write(fromId);
        content.Write(toId);
        content.Write(count);
        content.Write(sealedAt.Ticks);
        content.Write(rowsHash);
        content.Write(previousHash);
        return content.Hash();
    }
}

internal sealed class SealTable : IEntityTypeConfiguration<Seal>
{
    public void Configure(EntityTypeBuilder<Seal> builder)
    {
        builder.ToTable("sys_seal").HasKey(seal => seal.Number);
        builder.Property(seal => seal.Number).ValueGeneratedNever();
        builder.Property(seal => seal.RowsHash).HasMaxLength(32).IsFixedLength();
        builder.Property(seal => seal.PreviousHash).HasMaxLength(32).IsFixedLength();
        builder.Property(seal => seal.Hash).HasMaxLength(32).IsFixedLength();
        builder.HasIndex(seal => new { seal.Log, seal.FromId }).IsUnique();
    }
}
