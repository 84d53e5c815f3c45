using Microsoft.Data.Sqlite;

namespace LowCodeErp.Data.Providers.Sqlite;

/// <summary>
/// Keeps the connection that writes, and what is prepared on it, while writes follow one another: there is one at a time, and SQLite would otherwise prepare
/// every statement of a transaction anew, which takes longer than most of them run.
/// </summary>
#pragma warning disable CA1001 // Lives as long as the process; an idle connection is closed by the clock.
internal sealed class SqliteWriter
#pragma warning restore CA1001
{
    /// <summary>So that nobody waits long for a file that he wants to move.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly string _connectionString;
    private readonly Timer _clock;
    private SqliteWriterConnection? _idle;

    public SqliteWriter(string connectionString)
    {
        _connectionString = connectionString;
        _clock = new(_ => Take()?.CloseForGood());
    }

    public async Task<SqliteWriterConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (Take() is { } kept)
        {
            return kept;
        }

        var connection = new SqliteWriterConnection(_connectionString, this);
        try
        {
            await connection.OpenAsync(cancellationToken);
            SqliteSession.Prepare(connection, isReadOnly: false);
            return connection;
        }
        catch
        {
            connection.CloseForGood();
            throw;
        }
    }

    /// <returns>False when another one is kept already.</returns>
    public bool TryKeep(SqliteWriterConnection connection)
    {
        if (Interlocked.CompareExchange(ref _idle, connection, null) is not null)
        {
            return false;
        }

        _clock.Change(Rest, Timeout.InfiniteTimeSpan);
        return true;
    }

    private SqliteWriterConnection? Take() => Interlocked.Exchange(ref _idle, null);
}
