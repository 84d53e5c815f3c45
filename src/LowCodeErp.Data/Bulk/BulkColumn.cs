namespace LowCodeErp.Data.Bulk;

internal sealed record BulkColumn(string Name, BulkType Type);
