using System.Data.Common;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Access;
using Npgsql;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Providers.PostgreSql;

internal sealed class PostgreSqlConnections(DatabaseTarget target) : WorkspaceConnections(target)
{
    /// <summary>Any number does, as long as all nodes use the same one and nobody else does in this database.</summary>
    private const string LockCommand = "SELECT pg_try_advisory_xact_lock(7237425)";

    private const string LockApartCommand = "SELECT pg_try_advisory_lock(7237425)";

    private static readonly StorableText _texts = new();
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// A batch of an import or a tier run may take long on a busy server. The driver's 30 seconds would end it with an error that
    /// tells nobody anything; whoever waits can cancel.
    /// </summary>
    private const int WriteTimeoutSeconds = 600;

    private readonly string _write = new NpgsqlConnectionStringBuilder(target.ConnectionString) { CommandTimeout = WriteTimeoutSeconds }.ConnectionString;

    private readonly string _apart = new NpgsqlConnectionStringBuilder(target.ConnectionString)
    {
        ApplicationName = "LowCodeErp (ids)",
        CommandTimeout = WriteTimeoutSeconds,
        MinPoolSize = 0,
        MaxPoolSize = 4,
    }.ConnectionString;

    internal override bool HasSingleWriter => false;

    public override Task<DbConnection> OpenReadAsync(CancellationToken cancellationToken = default)
        => OpenAsync(Target.ConnectionString, cancellationToken);

    internal override Task<WriteTransaction> BeginOwnWriteAsync(CancellationToken cancellationToken)
        => BeginAsync(_write, cancellationToken);

    /// <summary>
    /// As long as the other node takes. It asks again and again, each time in a transaction of its own: an index that is being made waits for
    /// every transaction that was there before it, so whoever waited for that index inside one would wait for ever.
    /// </summary>
    public override async Task<WriteTransaction> BeginSchemaChangeAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var transaction = await BeginWriteAsync(cancellationToken);
            try
            {
                if (await TryLockAsync(transaction.Connection, transaction.Transaction, LockCommand, cancellationToken))
                {
                    return transaction;
                }
            }
            catch
            {
                await transaction.DisposeAsync();
                throw;
            }

            await transaction.DisposeAsync();
            await Task.Delay(_pause, cancellationToken);
        }
    }

    /// <summary>Of no pool: the lock ends with the connection to the server.</summary>
    internal override async Task<DbConnection?> LockSchemaApartAsync(CancellationToken cancellationToken)
    {
        ViewOnly.RefuseWrites();
        var connection = await OpenAsync(new NpgsqlConnectionStringBuilder(_apart) { Pooling = false }.ConnectionString, cancellationToken);
        try
        {
            while (!await TryLockAsync(connection, null, LockApartCommand, cancellationToken))
            {
                await Task.Delay(_pause, cancellationToken);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> TryLockAsync(DbConnection connection, DbTransaction? transaction, string question, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = question;
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    protected override void Use(DbContextOptionsBuilder options, DbConnection connection)
        => options.UseNpgsql(connection, server => server.MigrationsHistoryTable(MigrationTable)).AddInterceptors(_texts);

    internal override Task<WriteTransaction> BeginApartAsync(CancellationToken cancellationToken) => BeginAsync(_apart, cancellationToken);

    internal override PlatformContext CreatePlatformContext(DbConnection? connection)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlPlatformContext>();
        if (connection is null)
        {
            options.UseNpgsql(Target.ConnectionString, server => server.MigrationsHistoryTable(MigrationTable)).AddInterceptors(_texts);
        }
        else
        {
            Configure(options, connection);
        }

        return new PostgreSqlPlatformContext(options.Options);
    }

    private static Task<WriteTransaction> BeginAsync(string connectionString, CancellationToken cancellationToken)
        => WriteTransaction.BeginAsync(() => OpenAsync(connectionString, cancellationToken), turn: null, cancellationToken);

    private static async Task<DbConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
