using System.Data.Common;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Data.Formulas.Functions;
using LowCodeErp.Data.Providers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Platform;

/// <summary>Brings the platform's tables to the version of this program.</summary>
public static class PlatformDatabase
{
    /// <summary>Creates the tables as far as they are missing. Any number of nodes may start at once.</summary>
    /// <param name="createsDatabase">Whether a missing database is created too, rather than refused as a mistyped name.</param>
    /// <returns>Null when the database can be used, else what keeps it from being used.</returns>
    public static async Task<Diagnostic?> EnsureUpToDateAsync(
        WorkspaceConnections connections, bool createsDatabase = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connections);
        WriteTransaction write;
        try
        {
            if (!await EnsureExistsAsync(connections, createsDatabase, cancellationToken))
            {
                return DatabaseDiagnostics.IsMissing(connections.Target);
            }

            write = await connections.BeginSchemaChangeAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DbException
            or InvalidOperationException { InnerException: DbException } or IOException or UnauthorizedAccessException)
        {
            // Server, address, password, file or folder: nothing that a program can mend, and the diagnostic says where to look.
            // EF wraps some of them.
            return DatabaseDiagnostics.CannotOpen(connections.Target);
        }

        await using (write)
        {
            return await MigrateAsync(connections, write, cancellationToken);
        }
    }

    /// <summary>False when there is no database and none is to be created.</summary>
    private static async Task<bool> EnsureExistsAsync(WorkspaceConnections connections, bool creates, CancellationToken cancellationToken)
    {
        if (connections.Target.Provider == DatabaseProvider.Sqlite)
        {
            // The first connection that writes creates the file.
            return creates || File.Exists(new SqliteConnectionStringBuilder(connections.Target.ConnectionString).DataSource);
        }

        await using var context = connections.CreatePlatformContext(connection: null);
        var creator = context.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellationToken))
        {
            return true;
        }

        return creates && await CreateAsync(creator, cancellationToken);
    }

    private static async Task<bool> CreateAsync(IRelationalDatabaseCreator creator, CancellationToken cancellationToken)
    {
        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (DbException) when (creator.Exists())
        {
            // Another node created it in the meantime.
        }

        return true;
    }

    /// <summary>
    /// In our own transaction instead of under EF's lock: on SQLite that lock is a row which a killed process leaves behind, and
    /// every later start would wait for it for ever.
    /// </summary>
    private static async Task<Diagnostic?> MigrateAsync(
        WorkspaceConnections connections, WriteTransaction write, CancellationToken cancellationToken)
    {
        await using var context = new PlatformContextFactory(connections).Join(write);
        // Npgsql finds out that its table is missing by an error, which would end this transaction.
        await context.Database.ExecuteSqlRawAsync(context.GetService<IHistoryRepository>().GetCreateIfNotExistsScript(), cancellationToken);
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.Except(context.Database.GetMigrations()).FirstOrDefault() is { } unknown)
        {
            return DatabaseDiagnostics.IsNewer(connections.Target, unknown);
        }

        await context.Database.MigrateAsync(cancellationToken);
        await AppendOnlyTables.EnsureAsync(context, connections.Target.Provider, cancellationToken);
        await CalendarSeed.ApplyAsync(context, cancellationToken);
        await DatabaseFunctions.EnsureUpToDateAsync(connections, write, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return null;
    }
}
