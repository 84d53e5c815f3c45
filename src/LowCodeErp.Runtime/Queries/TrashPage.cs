namespace LowCodeErp.Runtime.Queries;

/// <param name="TotalCount">All records that the query finds, whatever the page.</param>
public sealed record TrashPage(IReadOnlyList<DeletedRecord> Records, int TotalCount);
