using System.Data;
using Microsoft.Data.SqlClient;

namespace LowCodeErp.Data.Bulk;

/// <summary>SqlBulkCopy takes tables in memory, so the rows go in portions.</summary>
internal static class SqlServerBulkInsert
{
    public static async Task RunAsync(
        SqlConnection connection, SqlTransaction transaction, BulkTable table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        using var copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints, transaction)
        {
            DestinationTableName = table.Name,
            BulkCopyTimeout = 0,
        };
        using var portion = new DataTable();
        foreach (var column in table.Columns)
        {
            portion.Columns.Add(column.Name, ToType(column.Type));
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        foreach (var chunk in rows.Chunk(BulkTable.ReportEvery))
        {
            Array.ForEach(chunk, row => portion.Rows.Add(row));
            await copy.WriteToServerAsync(portion, cancellationToken);
            portion.Clear();
        }
    }

    private static Type ToType(BulkType type) => type switch
    {
        BulkType.Long => typeof(long),
        BulkType.Integer => typeof(int),
        BulkType.Text => typeof(string),
        BulkType.Decimal => typeof(decimal),
        BulkType.Boolean => typeof(bool),
        BulkType.Date => typeof(DateOnly),
        BulkType.DateTime => typeof(DateTime),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
