namespace LowCodeErp.Data.Bulk;

/// <summary>The table and the columns, in their order, that many rows are to be written to.</summary>
internal sealed record BulkTable(string Name, IReadOnlyList<BulkColumn> Columns)
{
    /// <summary>How many rows are written between two reports of progress.</summary>
    public const int ReportEvery = 5000;
}
