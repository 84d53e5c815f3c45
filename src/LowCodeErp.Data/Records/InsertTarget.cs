namespace LowCodeErp.Data.Records;

/// <summary>A table that items are written to in bulk.</summary>
internal sealed record InsertTarget<T>(string Table, string QuotedTable, IReadOnlyList<StoredProperty<T>> Properties);
