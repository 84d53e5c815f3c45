namespace LowCodeErp.Data.Auditing;

/// <summary>All that a seal needs of a row.</summary>
internal sealed class SealableRow
{
    public long Id { get; init; }

    public required byte[] Hash { get; init; }
}
