namespace LowCodeErp.Runtime.Records;

/// <summary>A record as the save pipeline finds it.</summary>
/// <param name="UpdatedAt">In UTC.</param>
/// <param name="Values">By field ordinal; null when blank.</param>
public sealed record StoredRecord(long Id, long Version, DateTime UpdatedAt, object?[] Values);
