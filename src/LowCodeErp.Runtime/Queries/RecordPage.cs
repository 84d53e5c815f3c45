using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Queries;

/// <param name="TotalCount">All records that the query finds, whatever the page.</param>
/// <param name="IsEstimate">Whether there are more of them than the query wanted to be counted.</param>
public sealed record RecordPage(IReadOnlyList<RecordRow> Rows, int TotalCount, bool IsEstimate = false);
