using System.Data.Common;
using LowCodeErp.Data.Formulas.Functions.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LowCodeErp.Data.Providers.Sqlite;

/// <summary>
/// What every SQLite connection needs after it was opened, whoever opened it. The functions that SQL text of this product
/// calls are created here too.
/// </summary>
internal sealed class SqliteSession : DbConnectionInterceptor
{
    /// <summary>
    /// WAL: readers and the writer do not hinder each other. FULL: a commit is on the disk when it returns; NORMAL loses the
    /// last commits when the power fails. The page cache is 32 MiB: with SQLite's own 2 MB, each row of a bulk write into a large
    /// table reads its indexes from the file again. query_only is set either way because pooled connections keep it.
    /// </summary>
    private const string Settings =
        "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA query_only = ";

    public static void Prepare(DbConnection connection, bool isReadOnly)
    {
        SqliteFunctions.Register((SqliteConnection)connection);
        using var command = connection.CreateCommand();
        command.CommandText = Settings + (isReadOnly ? "ON" : "OFF");
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        => Prepare(connection, isReadOnly: false);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection, isReadOnly: false);
        return Task.CompletedTask;
    }
}
