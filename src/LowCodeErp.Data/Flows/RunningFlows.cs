using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Flows;

/// <summary>Looks once for each version of the workspace which earlier versions of its flows instances run in.</summary>
public sealed class RunningFlows(WorkspaceConnections connections, IFlowVersions versions) : IRunningFlows
{
    private readonly PlatformContextFactory _contexts = new(connections);
    private volatile Known? _known;

    public async ValueTask<IReadOnlyList<RunningFlow>> OfAsync(WorkspaceModel workspace, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (_known is { } known && known.Workspace == workspace)
        {
            return known.Flows;
        }

        var found = await FindAsync(workspace, cancellationToken);
        _known = new(workspace, found);
        return found;
    }

    /// <summary>One that cannot run any more gives nothing: its instances stand still.</summary>
    private async Task<IReadOnlyList<RunningFlow>> FindAsync(WorkspaceModel workspace, CancellationToken cancellationToken)
    {
        var models = workspace.Flows.Select(flow => (Model: flow, workspace.Version)).ToList();
        foreach (var (flow, version) in await ReadAsync(workspace.Version, cancellationToken))
        {
            if ((await versions.FindAsync(flow, version, cancellationToken)).Model is { } model)
            {
                models.Add((model, version));
            }
        }

        return [.. from entry in models
                   group entry.Version by entry.Model into alike
                   let form = workspace.FindForm(alike.Key.Form.Key)
                   where form is not null
                   select new RunningFlow(alike.Key, [.. alike.Order()], form)];
    }

    private async Task<IReadOnlyList<(string Flow, long Version)>> ReadAsync(long current, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var found = await context.FlowInstances.Where(instance => instance.EndedAt == null && instance.FlowVersion != null && instance.FlowVersion != current)
            .Select(instance => new { instance.Flow, Version = instance.FlowVersion!.Value }).Distinct().ToListAsync(cancellationToken);
        return [.. found.Select(row => (row.Flow, row.Version))];
    }

    private sealed record Known(WorkspaceModel Workspace, IReadOnlyList<RunningFlow> Flows);
}
