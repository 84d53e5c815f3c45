using System.Text.Json;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Flows;

/// <summary>Reads <c>sys_flow_snapshot</c>.</summary>
public sealed class FlowSnapshots(WorkspaceConnections connections, IWorkspace workspace, IFlowQueries flows, IFlowVersions versions, IRecordQueries records) : IFlowSnapshots
{
    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task<DecidedRecord?> FindAsync(long instanceId, int seatId, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await flows.FindAsync(instanceId, cancellationToken) is not { } state || state.Seats.GetValueOrDefault(seatId) is not { RecordVersion: { } version } seat
            || await ReadAsync(instanceId, version, cancellationToken) is not { } content)
        {
            return null;
        }

        var parts = SnapshotContent.Read(content, workspace.Current.FindForm, connections.Keys).ToList();
        if (parts.Count == 0 || await FindSightAsync(state, seat, parts[0].Form, actor, cancellationToken) is not { } sees)
        {
            return null;
        }

        return new(version, [.. parts.Where(part => part.Form.Parent is not { } subTable || sees(subTable)).Select(part => Limit(part, sees))]);
    }

    private async Task<string?> ReadAsync(long instanceId, long version, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await context.Set<FlowSnapshot>().Where(row => row.InstanceId == instanceId && row.RecordVersion == version).Select(row => row.Content).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Which fields the actor sees; null for nothing at all.</summary>
    private async Task<Func<FieldModel, bool>?> FindSightAsync(FlowState state, FlowSeat seat, FormModel form, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.MemberId is { } member && seat.DecidedById == member)
        {
            var flow = (await versions.FindAsync(state.Instance.Flow, state.Instance.FlowVersion ?? workspace.Current.Version, cancellationToken)).Model;
            return flow is null || state.Scopes[seat.ScopeId].Block is not { } block ? null : field => new RunningFlow(flow, [], form).Shows(block, field);
        }

        var rights = await records.ReadRightsAsync(form, state.Instance.RecordId, actor, cancellationToken);
        return rights.May(AccessOperation.View) ? field => rights.Of(field) >= FieldAccess.Read : null;
    }

    private static DecidedPart Limit(SnapshotPart part, Func<FieldModel, bool> sees)
    {
        using var content = JsonDocument.Parse(part.Content);
        var values = from value in content.RootElement.EnumerateObject()
                     let field = part.Form.Find(value.Name)
                     where field is not null && field != part.Form.ParentReference && sees(field.Whole ?? field)
                     select (value.Name, Value: value.Value[1].Clone());
        return new(part.Form.Key, part.RecordId, values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));
    }
}
