using System.Data.Common;
using LowCodeErp.Data.Formulas.Functions.Sqlite;
using LowCodeErp.Data.Platform;
using LowCodeErp.Formula.Compilation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Providers.Sqlite;

internal sealed class SqliteConnections(DatabaseTarget target, SqliteWriterQueue queue) : WorkspaceConnections(target)
{
    private static readonly SqliteSession _session = new();

    private readonly string _folder = Path.GetDirectoryName(FileOf(target))!;
    private readonly SqliteWriter _writer = new(target.ConnectionString);

    public SqliteConnections(DatabaseTarget target)
        : this(target, SqliteWriterQueue.Of(FileOf(target)))
    {
    }

    internal override bool HasSingleWriter => true;

    public override async Task<DbConnection> OpenReadAsync(CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(_folder);
        var connection = new SqliteConnection(Target.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            SqliteSession.Prepare(connection, isReadOnly: true);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// The transaction is BEGIN IMMEDIATE, the provider's default: it has the write lock from the start and cannot fail to get it
    /// half-way.
    /// </summary>
    internal override async Task<WriteTransaction> BeginOwnWriteAsync(CancellationToken cancellationToken)
    {
        var turn = await queue.EnterAsync(cancellationToken);
        return await WriteTransaction.BeginAsync(() => OpenWriterAsync(cancellationToken), turn, cancellationToken);
    }

    /// <summary>Whoever holds the write transaction is alone already.</summary>
    public override Task<WriteTransaction> BeginSchemaChangeAsync(CancellationToken cancellationToken = default) => BeginWriteAsync(cancellationToken);

    protected override void Use(DbContextOptionsBuilder options, DbConnection connection)
        => options.UseSqlite(connection, sqlite => sqlite.MigrationsHistoryTable(MigrationTable));

    internal override Task<WriteTransaction> BeginApartAsync(CancellationToken cancellationToken) => BeginOwnWriteAsync(cancellationToken);

    internal override void Adopt(IWorkingCalendar calendar) => SqliteCalendar.Of(FileOf(Target)).Adopt(calendar);

    internal override void Interrupt(DbConnection connection)
    {
        if (((SqliteConnection)connection).Handle is { } handle)
        {
            SQLitePCL.raw.sqlite3_interrupt(handle);
        }
    }

    internal override PlatformContext CreatePlatformContext(DbConnection? connection)
    {
        var options = new DbContextOptionsBuilder<SqlitePlatformContext>();
        if (connection is null)
        {
            Directory.CreateDirectory(_folder);
            options.UseSqlite(Target.ConnectionString, sqlite => sqlite.MigrationsHistoryTable(MigrationTable)).AddInterceptors(_session);
        }
        else
        {
            Configure(options, connection);
        }

        return new SqlitePlatformContext(options.Options, queue);
    }

    private async Task<DbConnection> OpenWriterAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        return await _writer.OpenAsync(cancellationToken);
    }

    private static string FileOf(DatabaseTarget target) => new SqliteConnectionStringBuilder(target.ConnectionString).DataSource;
}
