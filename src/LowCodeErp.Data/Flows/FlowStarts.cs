using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Flows;

/// <summary>
/// Instances that are to begin need no lease: beginning one is a command whose receipt tells the second node that it was carried out. A schedule is moved on only where
/// it still is as it was read.
/// </summary>
public sealed class FlowStarts(WorkspaceConnections connections) : IFlowStarts
{
    private readonly PlatformContextFactory _contexts = new(connections);
    private readonly RecordDialect _dialect = RecordDialect.For(connections.Target.Provider);

    public async Task<IReadOnlyList<PendingStart>> FindDueAsync(DateTime now, int take, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await context.Set<PendingStart>().AsNoTracking().Where(start => start.NextAt <= now)
            .OrderBy(start => start.NextAt).ThenBy(start => start.CommandId).Take(take).ToListAsync(cancellationToken);
    }

    public Task SettleAsync(PendingStart start, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(start);
        return WriteAsync(context => context.Set<PendingStart>().Where(row => row.CommandId == start.CommandId).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    public Task PutOffAsync(PendingStart start, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(start);
        return WriteAsync(
            context => context.Set<PendingStart>().Where(row => row.CommandId == start.CommandId).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Attempts, start.Attempts).SetProperty(row => row.NextAt, start.NextAt)
                    .SetProperty(row => row.Code, start.Code).SetProperty(row => row.Chinese, start.Chinese).SetProperty(row => row.English, start.English),
                cancellationToken),
            cancellationToken);
    }

    public async Task<IReadOnlyList<FlowSchedule>> ReadSchedulesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await context.Set<FlowSchedule>().AsNoTracking().ToListAsync(cancellationToken);
    }

    public async Task AddScheduleAsync(FlowSchedule schedule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        if (!await context.Set<FlowSchedule>().AnyAsync(row => row.Flow == schedule.Flow && row.Schedule == schedule.Schedule, cancellationToken))
        {
            context.Add(schedule);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException exception) when (_dialect.IsDuplicate(exception))
            {
                // Another node has added it at the same moment; it is read at the next look.
                return;
            }

            await write.CommitAsync(cancellationToken);
        }
    }

    public Task RemoveScheduleAsync(FlowSchedule schedule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return WriteAsync(context => context.Set<FlowSchedule>().Where(row => row.Flow == schedule.Flow && row.Schedule == schedule.Schedule).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    public async Task<bool> MoveScheduleAsync(FlowSchedule schedule, DateTime? nextAt, IRecordTransaction transaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        await using var context = _contexts.Join(FlowStore.Session(transaction).Transaction);
        var own = context.Set<FlowSchedule>().Where(row => row.Flow == schedule.Flow && row.Schedule == schedule.Schedule && row.NextAt == schedule.NextAt);
        return (nextAt is { } next ? await own.ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, next), cancellationToken) : await own.ExecuteDeleteAsync(cancellationToken)) > 0;
    }

    private async Task WriteAsync(Func<PlatformContext, Task<int>> write, CancellationToken cancellationToken)
    {
        await using var transaction = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(transaction);
        await write(context);
        await transaction.CommitAsync(cancellationToken);
    }
}
