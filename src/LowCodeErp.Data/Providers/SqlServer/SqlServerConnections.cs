using System.Data.Common;
using LowCodeErp.Data.Platform;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Providers.SqlServer;

internal sealed class SqlServerConnections(DatabaseTarget target) : WorkspaceConnections(target)
{
    private const string LockCommand =
        "EXEC sp_getapplock @Resource = N'" + MigrationTable + "', @LockMode = N'Exclusive', @LockOwner = N'Transaction'";

    private readonly string _apart = new SqlConnectionStringBuilder(target.ConnectionString)
    {
        ApplicationName = "LowCodeErp (ids)",
        MinPoolSize = 0,
        MaxPoolSize = 4,
    }.ConnectionString;

    internal override bool HasSingleWriter => false;

    public override Task<DbConnection> OpenReadAsync(CancellationToken cancellationToken = default)
        => OpenAsync(Target.ConnectionString, cancellationToken);

    internal override Task<WriteTransaction> BeginOwnWriteAsync(CancellationToken cancellationToken)
        => BeginAsync(Target.ConnectionString, cancellationToken);

    public override async Task<WriteTransaction> BeginSchemaChangeAsync(CancellationToken cancellationToken = default)
    {
        var transaction = await BeginWriteAsync(cancellationToken);
        try
        {
            await using var command = transaction.Connection.CreateCommand();
            command.Transaction = transaction.Transaction;
            command.CommandText = LockCommand;
            // As long as the other node takes; the caller may cancel.
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    protected override void Use(DbContextOptionsBuilder options, DbConnection connection)
        => options.UseSqlServer(connection, server => server.MigrationsHistoryTable(MigrationTable));

    internal override Task<WriteTransaction> BeginApartAsync(CancellationToken cancellationToken) => BeginAsync(_apart, cancellationToken);

    internal override PlatformContext CreatePlatformContext(DbConnection? connection)
    {
        var options = new DbContextOptionsBuilder<SqlServerPlatformContext>();
        if (connection is null)
        {
            options.UseSqlServer(Target.ConnectionString, server => server.MigrationsHistoryTable(MigrationTable));
        }
        else
        {
            Configure(options, connection);
        }

        return new SqlServerPlatformContext(options.Options);
    }

    private static Task<WriteTransaction> BeginAsync(string connectionString, CancellationToken cancellationToken)
        => WriteTransaction.BeginAsync(() => OpenAsync(connectionString, cancellationToken), turn: null, cancellationToken);

    private static async Task<DbConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(connectionString);
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
