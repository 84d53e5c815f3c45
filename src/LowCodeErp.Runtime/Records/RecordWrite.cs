namespace LowCodeErp.Runtime.Records;

/// <summary>A record as it is to be stored.</summary>
/// <param name="Version">The new version: 1 for a new record, else one more than the one read.</param>
/// <param name="Position">The place of a line among the lines of its record, from 0; 0 for a record of its own.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="IsDeleted">Moves the record into the trash.</param>
public sealed record RecordWrite(long Id, long Version, object?[] Values, int Position, DateTime At, long? MemberId, bool IsDeleted = false);
