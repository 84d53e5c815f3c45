using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Portal.Records;

/// <summary>A change of a record, or of one of its lines.</summary>
/// <param name="Row">What was changed, as it is now.</param>
public sealed record HistoryEntry(RecordRow Row, RecordChange Change);
