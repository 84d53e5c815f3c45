using System.Data.Common;
using LowCodeErp.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Platform;

/// <summary>Makes platform contexts of the workspace's provider.</summary>
public sealed class PlatformContextFactory(WorkspaceConnections connections) : IDbContextFactory<PlatformContext>
{
    /// <summary>A context that opens connections by itself, for accounts and single saves.</summary>
    public PlatformContext CreateDbContext() => connections.CreatePlatformContext(connection: null);

    /// <summary>A context for queries on a connection that is open already, and stays open.</summary>
    public PlatformContext On(DbConnection connection) => connections.CreatePlatformContext(connection);

    /// <summary>A context whose changes are part of the transaction: they are stored when it is committed.</summary>
    public PlatformContext Join(WriteTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var context = connections.CreatePlatformContext(transaction.Connection);
        context.Database.UseTransaction(transaction.Transaction);
        return context;
    }
}
