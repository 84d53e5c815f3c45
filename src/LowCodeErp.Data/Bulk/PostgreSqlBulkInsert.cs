using Npgsql;
using NpgsqlTypes;

namespace LowCodeErp.Data.Bulk;

/// <summary>COPY in its binary form. It belongs to the transaction that is open on the connection.</summary>
internal static class PostgreSqlBulkInsert
{
    public static async Task RunAsync(
        NpgsqlConnection connection, BulkTable table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var types = table.Columns.Select(column => ToType(column.Type)).ToArray();
        var columns = string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));
        var copy = $"COPY \"{table.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)";
        await using var import = await connection.BeginBinaryImportAsync(copy, cancellationToken);
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancellationToken);
            for (var index = 0; index < row.Length; index++)
            {
                await WriteAsync(import, row[index], types[index], cancellationToken);
            }
        }

        await import.CompleteAsync(cancellationToken);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter import, object? value, NpgsqlDbType type, CancellationToken cancellationToken)
        => value is null ? import.WriteNullAsync(cancellationToken) : import.WriteAsync(value, type, cancellationToken);

    private static NpgsqlDbType ToType(BulkType type) => type switch
    {
        BulkType.Long => NpgsqlDbType.Bigint,
        BulkType.Integer => NpgsqlDbType.Integer,
        BulkType.Text => NpgsqlDbType.Text,
        BulkType.Decimal => NpgsqlDbType.Numeric,
        BulkType.Boolean => NpgsqlDbType.Boolean,
        BulkType.Date => NpgsqlDbType.Date,
        BulkType.DateTime => NpgsqlDbType.TimestampTz,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
