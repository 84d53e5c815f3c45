using LowCodeErp.Data.Platform;

namespace LowCodeErp.Data.Auditing;

/// <summary>A seal as it is stored, whether it still means anything or not.</summary>
internal sealed record StoredSeal(
    long Number, string Log, long FromId, long ToId, long Count, DateTime SealedAt, byte[] RowsHash, byte[] PreviousHash, byte[] Hash)
{
    public bool IsIntact => Hash.AsSpan().SequenceEqual(Seal.HashOf(Number, Log, FromId, ToId, Count, SealedAt, RowsHash, PreviousHash));
}
