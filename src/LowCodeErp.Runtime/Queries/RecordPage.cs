using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Queries;

/// <param name="TotalCount">All records that the query finds, whatever the page.</param>
public sealed record RecordPage(IReadOnlyList<RecordRow> Rows, int TotalCount);
