namespace LowCodeErp.Runtime.Flows;

/// <summary>A record, with its lines, as somebody decided upon it (rule 43); as far as whoever asks may see it.</summary>
/// <param name="Version">Of the record.</param>
/// <param name="Parts">The record first, then its lines by sub-table, in their order.</param>
public sealed record DecidedRecord(long Version, IReadOnlyList<DecidedPart> Parts);
