using System.Data.Common;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Platform;

/// <summary>Brings the platform's tables to the version of this program.</summary>
public static class PlatformDatabase
{
    /// <summary>Creates the database and its tables as far as they are missing. Any number of nodes may start at once.</summary>
    /// <returns>Null when the database can be used, else what keeps it from being used.</returns>
    public static async Task<Diagnostic?> EnsureUpToDateAsync(WorkspaceConnections connections, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connections);
        try
        {
            await EnsureExistsAsync(connections, cancellationToken);
            await using var connection = await connections.OpenReadAsync(cancellationToken);
        }
        catch (DbException)
        {
            // Server, address, password or file: nothing that a program can mend, and the diagnostic says where to look.
            return DatabaseDiagnostics.CannotOpen(connections.Target);
        }

        return await MigrateAsync(connections, cancellationToken);
    }

    private static async Task EnsureExistsAsync(WorkspaceConnections connections, CancellationToken cancellationToken)
    {
        if (connections.Target.Provider == DatabaseProvider.Sqlite)
        {
            return;
        }

        await using var context = connections.CreatePlatformContext(connection: null);
        var creator = context.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (DbException) when (creator.Exists())
        {
            // Another node created it in the meantime.
        }
    }

    /// <summary>
    /// In our own transaction instead of under EF's lock: on SQLite that lock is a row which a killed process leaves behind, and
    /// every later start would wait for it for ever.
    /// </summary>
    private static async Task<Diagnostic?> MigrateAsync(WorkspaceConnections connections, CancellationToken cancellationToken)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await connections.LockSchemaAsync(write, cancellationToken);
        await using var context = new PlatformContextFactory(connections).Join(write);
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.Except(context.Database.GetMigrations()).FirstOrDefault() is { } unknown)
        {
            return DatabaseDiagnostics.IsNewer(connections.Target, unknown);
        }

        await context.Database.MigrateAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return null;
    }
}
