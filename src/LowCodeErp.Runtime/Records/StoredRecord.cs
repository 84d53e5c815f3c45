namespace LowCodeErp.Runtime.Records;

/// <summary>A record as the save pipeline finds it.</summary>
/// <param name="UpdatedAt">In UTC.</param>
/// <param name="Values">By field ordinal; null when blank.</param>
public sealed record StoredRecord(long Id, long Version, DateTime UpdatedAt, object?[] Values)
{
    /// <summary>The place of a line among the lines of its record, with gaps where lines have gone; 0 for a record of its own.</summary>
    public int Position { get; init; }
}
