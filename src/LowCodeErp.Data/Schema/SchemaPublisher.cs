using LowCodeErp.Data.Model;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Schema;

/// <summary>Brings the forms' tables from one published state to the next, inside the transaction that publishes it.</summary>
internal sealed class SchemaPublisher(WorkspaceConnections connections, IEarlierVersions earlier)
{
    private readonly WorkspaceContextFactory _contexts = new(connections);

    /// <param name="platform">On the transaction; the caller saves its changes.</param>
    /// <returns>What was done. After a refusal the transaction must not be committed.</returns>
    public async Task<TableChange> ChangeAsync(
        WriteTransaction transaction, PlatformContext platform, WorkspaceModel from, WorkspaceModel to, SchemaOptions options, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Join(transaction, WorkspaceModel.Empty);
        var register = new KeptColumns(platform, earlier);
        var comparison = new SchemaComparison(from, to, await register.FindAsync(from, to, cancellationToken), options.RestoresVersion);
        var run = new SchemaChangeRun(context, transaction, connections.Target.Provider, comparison, options);
        var change = await run.RunAsync(cancellationToken);
        if (!change.IsRefused)
        {
            register.Record(comparison, change.Converted);
        }

        return change;
    }
}
