using Microsoft.Data.Sqlite;

namespace LowCodeErp.Data.Bulk;

/// <summary>One prepared statement, run once a row. SQLite works in the calling thread, so there is nothing to wait for.</summary>
internal static class SqliteBulkInsert
{
    public static Task RunAsync(SqliteConnection connection, SqliteTransaction transaction, BulkTable table, IEnumerable<object?[]> rows)
    {
        using var command = Prepare(connection, transaction, table);
        foreach (var row in rows)
        {
            for (var index = 0; index < row.Length; index++)
            {
                command.Parameters[index].Value = Convert(row[index]);
            }

            command.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, BulkTable table)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var columns = string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));
        var names = table.Columns.Select((_, index) => $"$p{index}").ToArray();
#pragma warning disable CA2100 // The names come from definitions in this program and from keys, which are ASCII words.
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({columns}) VALUES ({string.Join(", ", names)})";
#pragma warning restore CA2100
        Array.ForEach(names, name => command.Parameters.Add(new() { ParameterName = name }));
        command.Prepare();
        return command;
    }

    /// <summary>Numbers are kept as REAL, as the models' converters do; the driver would write decimals as text.</summary>
    private static object Convert(object? value) => value switch
    {
        null => DBNull.Value,
        decimal number => (double)number,
        _ => value,
    };
}
