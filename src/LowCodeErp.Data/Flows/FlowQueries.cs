using System.Data.Common;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Platform.Flows;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Flows;

/// <summary>Reads instances without holding anybody up. Every question is one statement.</summary>
public sealed class FlowQueries(WorkspaceConnections connections) : IFlowQueries
{
    private readonly PlatformContextFactory _contexts = new(connections);
    private FlowStateTables? _tables;

    private FlowStateTables Tables => _tables ??= FlowStateTables.Of(_contexts);

    public async Task<FlowState?> FindAsync(long instanceId, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        while (true)
        {
            var (state, version) = await ReadStateAsync(connection, instanceId, cancellationToken);
            if (state is null || state.Instance.Version == version)
            {
                return state;
            }
        }
    }

    public Task<IReadOnlyList<FlowHistory>> ReadHistoryAsync(long instanceId, CancellationToken cancellationToken = default)
        => ReadAsync(
            context => context.Set<FlowHistory>().Where(row => EF.Property<long>(row, FlowRowsTable<FlowHistory>.InstanceId) == instanceId).OrderBy(row => row.Id), cancellationToken);

    public Task<IReadOnlyList<FlowInstance>> ListAsync(long recordId, CancellationToken cancellationToken = default)
        => ReadAsync(context => context.FlowInstances.Where(row => row.RecordId == recordId).OrderByDescending(row => row.Id), cancellationToken);

    /// <summary>
    /// The tables are read one after the other, and nobody is held up meanwhile. So the version is read once more at the end: where it has moved on, the
    /// state may be put together from two.
    /// </summary>
    private async Task<(FlowState? State, long? Version)> ReadStateAsync(DbConnection connection, long instanceId, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"{Tables.SelectState("", "")}; SELECT version FROM sys_flow_instance WHERE id = @instance";
        FlowStore.AddParameter(command, "@instance", instanceId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var state = await Tables.ReadAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return (state, await reader.ReadAsync(cancellationToken) ? reader.GetInt64(0) : null);
    }

    private async Task<IReadOnlyList<TRow>> ReadAsync<TRow>(Func<PlatformContext, IQueryable<TRow>> query, CancellationToken cancellationToken)
        where TRow : class
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await query(context).AsNoTracking().ToListAsync(cancellationToken);
    }
}
