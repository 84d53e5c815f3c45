using System.Data.Common;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Model;

/// <summary>Makes contexts of the forms' tables on connections that are open already.</summary>
public sealed class WorkspaceContextFactory(WorkspaceConnections connections)
{
    public WorkspaceContext On(DbConnection connection, WorkspaceModel workspace)
    {
        var options = new DbContextOptionsBuilder<WorkspaceContext>();
        connections.Configure(options, connection);
        return new(options.Options, workspace, connections.Keys);
    }

    /// <summary>A context whose commands are part of the transaction.</summary>
    public WorkspaceContext Join(WriteTransaction transaction, WorkspaceModel workspace)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var context = On(transaction.Connection, workspace);
        context.Database.UseTransaction(transaction.Transaction);
        return context;
    }
}
