using System.Data.Common;
using LowCodeErp.Data.Providers.Sqlite;

namespace LowCodeErp.Data.Providers;

/// <summary>
/// A connection with its open transaction and, on SQLite, the turn in the writer queue. Used by one flow of control at a time;
/// dispose of it soon after the commit, since other writers may wait for the turn.
/// </summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDisposable? _turn;
    private readonly List<Action> _afterCommit = [];
    private bool _isDisposed;

    private WriteTransaction(DbConnection connection, DbTransaction transaction, IDisposable? turn)
    {
        Connection = connection;
        Transaction = transaction;
        _turn = turn;
    }

    public DbConnection Connection { get; }

    public DbTransaction Transaction { get; }

    /// <summary>See <see cref="WorkspaceConnections.Watch"/>.</summary>
    internal Action<string>? Watch { get; set; }

    /// <summary>Opens the connection and begins; whatever fails, nothing stays taken.</summary>
    internal static async Task<WriteTransaction> BeginAsync(
        Func<Task<DbConnection>> open, IDisposable? turn, CancellationToken cancellationToken)
    {
        DbConnection? connection = null;
        try
        {
            connection = await open();
            return new(connection, await connection.BeginTransactionAsync(cancellationToken), turn);
        }
        catch
        {
            await CloseAsync(connection, turn);
            throw;
        }
    }

    /// <summary>A command of this transaction; on SQLite one that is prepared already, where the same text was run before.</summary>
    public DbCommand CreateCommand(string text)
    {
        var command = Connection is SqliteWriterConnection writer ? writer.CreateCommand(text) : Connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandText = text;
        return command;
    }

    /// <summary>For what must follow the stored state in memory only: caches and pools. It does not run after a rollback.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        Watch?.Invoke("COMMIT");
        await Transaction.CommitAsync(cancellationToken);
        _afterCommit.ForEach(action => action());
    }

    /// <summary>Rolls back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        try
        {
            await Transaction.DisposeAsync();
        }
        finally
        {
            await CloseAsync(Connection, _turn);
        }
    }

    private static async ValueTask CloseAsync(DbConnection? connection, IDisposable? turn)
    {
        try
        {
            await (connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        finally
        {
            turn?.Dispose();
        }
    }
}
