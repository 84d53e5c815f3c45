using LowCodeErp.Data.Platform;

namespace LowCodeErp.Data.Auditing;

/// <summary>Rows that follow each other without a gap and will have one seal.</summary>
/// <param name="Hash">Of their hashes, in their order.</param>
internal sealed record SealedRun(SealedLog Log, long FromId, long ToId, byte[] Hash)
{
    /// <summary>Of a row whose hash was changed together with its content, the check can name this much and no less.</summary>
    public const int MostRows = 1_000;

    public long Count => ToId - FromId + 1;
}
