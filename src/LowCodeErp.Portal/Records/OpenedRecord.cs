using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Portal.Records;

/// <summary>A record with its lines, as it stood when it was read.</summary>
/// <param name="Lines">By key of the sub-table; every sub-table is there.</param>
public sealed record OpenedRecord(RecordRow Row, IReadOnlyDictionary<string, IReadOnlyList<RecordRow>> Lines);
