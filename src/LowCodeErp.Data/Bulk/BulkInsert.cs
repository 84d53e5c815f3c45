using LowCodeErp.Data.Providers;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LowCodeErp.Data.Bulk;

/// <summary>Writes many rows by the fastest way of the database, without holding them all in memory.</summary>
internal static class BulkInsert
{
    /// <param name="rows">Values in the order of the table's columns, of their types.</param>
    /// <param name="written">Told now and then how many rows are written.</param>
    public static Task RunAsync(
        WriteTransaction write, BulkTable table, IEnumerable<object?[]> rows, IProgress<int>? written, CancellationToken cancellationToken)
    {
        var counted = Count(rows, written, cancellationToken);
        return write.Connection switch
        {
            SqliteConnection connection => SqliteBulkInsert.RunAsync(connection, (SqliteTransaction)write.Transaction, table, counted),
            NpgsqlConnection connection => PostgreSqlBulkInsert.RunAsync(connection, table, counted, cancellationToken),
            SqlConnection connection
                => SqlServerBulkInsert.RunAsync(connection, (SqlTransaction)write.Transaction, table, counted, cancellationToken),
            _ => throw new NotSupportedException($"Rows cannot be written in bulk through {write.Connection.GetType()}."),
        };
    }

    private static IEnumerable<object?[]> Count(IEnumerable<object?[]> rows, IProgress<int>? written, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var row in rows)
        {
            yield return row;
            if (++count % BulkTable.ReportEvery == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                written?.Report(count);
            }
        }
    }
}
