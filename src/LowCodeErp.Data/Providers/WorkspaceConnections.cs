using System.Data.Common;
using LowCodeErp.Data.Encryption;
using LowCodeErp.Data.Formulas.Translation;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers.PostgreSql;
using LowCodeErp.Data.Providers.Sqlite;
using LowCodeErp.Data.Providers.SqlServer;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Access;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Providers;

/// <summary>
/// The one way to the workspace's database. One instance lives as long as the process.
/// </summary>
/// <example>
/// <code>
/// await using var write = await connections.BeginWriteAsync(cancellationToken);
/// await using var platform = platformContexts.Join(write);
/// …
/// await write.CommitAsync(cancellationToken);   // without it, leaving the block rolls back
/// </code>
/// </example>
public abstract class WorkspaceConnections(DatabaseTarget target)
{
    public const string MigrationTable = "sys_migration";

    public static readonly TimeSpan DefaultReadTimeLimit = TimeSpan.FromSeconds(60);

    public DatabaseTarget Target { get; } = target;

    /// <summary>For sensitive values.</summary>
    public DataKeys Keys { get; } = new();

    /// <summary>How long one statement may take that people wait for; exports are not bound by it.</summary>
    public TimeSpan ReadTimeLimit { get; init; } = DefaultReadTimeLimit;

    /// <summary>
    /// Whether all writers share one queue. Then who holds a write transaction must never wait for a second one:
    /// it would wait for itself.
    /// </summary>
    internal abstract bool HasSingleWriter { get; }

    public static WorkspaceConnections For(DatabaseTarget target, TimeSpan? readTimeLimit = null)
    {
        var limit = readTimeLimit ?? DefaultReadTimeLimit;
        ArgumentNullException.ThrowIfNull(target);
        return target.Provider switch
        {
            DatabaseProvider.Sqlite => new SqliteConnections(target) { ReadTimeLimit = limit },
            DatabaseProvider.PostgreSql => new PostgreSqlConnections(target) { ReadTimeLimit = limit },
            _ => new SqlServerConnections(target) { ReadTimeLimit = limit },
        };
    }

    /// <summary>An open connection for queries. Writing on it fails on SQLite, where it would pass by the writer queue.</summary>
    public abstract Task<DbConnection> OpenReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits for its turn where the database has one writer, and may be cancelled while waiting.</summary>
    /// <exception cref="OnlyViewingException">Somebody only looks on: nothing is written for him.</exception>
    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken = default)
    {
        ViewOnly.RefuseWrites();
        var transaction = await BeginOwnWriteAsync(cancellationToken);
        transaction.Watch = Watch;
        return transaction;
    }

    /// <summary>
    /// Told of every statement of a record transaction before it runs, and of its commit: for tests that let a node fail, or be killed, at a place of their
    /// choice. Null otherwise.
    /// </summary>
    internal Action<string>? Watch { get; set; }

    /// <summary>
    /// For what the program writes for itself, also while somebody only looks on: the audit log, sessions and the blocks of ids. Whoever uses it is named in
    /// OwnWriteTests.
    /// </summary>
    internal abstract Task<WriteTransaction> BeginOwnWriteAsync(CancellationToken cancellationToken);

    /// <summary>
    /// A transaction that keeps every other node from changing tables until it ends; it waits for its turn and may be cancelled while waiting.
    /// It does not hinder those who read or save records.
    /// </summary>
    public abstract Task<WriteTransaction> BeginSchemaChangeAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// An open connection outside any transaction that keeps them from it until it is closed, for databases that make indexes while others
    /// write; null for those that do not.
    /// </summary>
    internal virtual Task<DbConnection?> LockSchemaApartAsync(CancellationToken cancellationToken) => Task.FromResult<DbConnection?>(null);

    /// <summary>Makes a context of any model run on this provider over a connection that is open already.</summary>
    public void Configure(DbContextOptionsBuilder options, DbConnection connection)
    {
        Use(options, connection);
        FormulaExtension.AddTo(options, Target.Provider);
    }

    /// <summary>
    /// A short transaction that is committed on its own, whatever becomes of the one the caller may hold. It draws on a pool of
    /// its own, so that callers who hold all connections of the ordinary pool cannot starve it.
    /// </summary>
    internal abstract Task<WriteTransaction> BeginApartAsync(CancellationToken cancellationToken);

    /// <summary>For databases whose functions run in this process: these count working days by the calendar from now on.</summary>
    internal virtual void Adopt(IWorkingCalendar calendar)
    {
    }

    /// <summary>For databases that work on the thread that calls them: whatever statement the connection is busy with fails.</summary>
    internal virtual void Interrupt(DbConnection connection)
    {
    }

    protected abstract void Use(DbContextOptionsBuilder options, DbConnection connection);

    /// <param name="connection">Null for a context that opens and closes connections by itself.</param>
    internal abstract PlatformContext CreatePlatformContext(DbConnection? connection);
}
