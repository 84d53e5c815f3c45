using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Platform.Flows;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Flows;

/// <summary>
/// Timers and jobs that are due. The lease of a job is kept beside it, and changed only where it is still as it was read: of several workers who want the same
/// job one touches the row (flows.md 2.1-5, 2.1-6).
/// </summary>
public sealed class FlowAgenda(WorkspaceConnections connections) : IFlowAgenda
{
    private const string Locked = FlowJobTable.LockedUntil;
    private const string Owner = FlowJobTable.Owner;
    private const string Instance = FlowRowsTable<FlowJob>.InstanceId;

    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task<IReadOnlyList<DueTimer>> FindDueTimersAsync(DateTime now, DueTimer? after, int take, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var due = context.Set<FlowTimer>().Where(timer => timer.Status == TimerStatus.Open && timer.DueAt <= now);
        if (after is { DueAt: var at, InstanceId: var instance, TimerId: var id })
        {
            due = due.Where(timer => timer.DueAt > at
                || (timer.DueAt == at && (EF.Property<long>(timer, Instance) > instance || (EF.Property<long>(timer, Instance) == instance && timer.Id > id))));
        }

        return await due.OrderBy(timer => timer.DueAt).ThenBy(timer => EF.Property<long>(timer, Instance)).ThenBy(timer => timer.Id)
            .Select(timer => new DueTimer(EF.Property<long>(timer, Instance), timer.Id, timer.DueAt))
            .Take(take)
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<LeasedJob>> LeaseAsync(DateTime now, DateTime until, int take, CancellationToken cancellationToken)
    {
        var leased = new List<LeasedJob>();
        foreach (var job in await FindFreeAsync(now, take, cancellationToken))
        {
            if (await TakeAsync(job, now, until, cancellationToken))
            {
                leased.Add(job);
            }
        }

        return leased;
    }

    public async Task<bool> RenewAsync(LeasedJob job, DateTime until, CancellationToken cancellationToken)
        => await ChangeAsync(
            rows => Held(rows, job).ExecuteUpdateAsync(set => set.SetProperty(row => EF.Property<DateTime?>(row, Locked), until), cancellationToken), cancellationToken) > 0;

    public async Task ReleaseAsync(LeasedJob job, DateTime nextAt, bool wasTried, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var attempts = job.Job.Attempts - (wasTried ? 0 : 1);
        await ChangeAsync(
            rows => Held(rows, job).ExecuteUpdateAsync(
                set => set.SetProperty(row => EF.Property<DateTime?>(row, Locked), (DateTime?)null)
                    .SetProperty(row => EF.Property<Guid?>(row, Owner), (Guid?)null)
                    .SetProperty(row => row.Attempts, attempts)
                    .SetProperty(row => row.NextAt, nextAt),
                cancellationToken),
            cancellationToken);
    }

    private async Task<List<LeasedJob>> FindFreeAsync(DateTime now, int take, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var free = await Free(context.Set<FlowJob>(), now)
            .Join(context.FlowInstances.Where(instance => instance.SuspendedAt == null), job => EF.Property<long>(job, Instance), instance => instance.Id, (job, instance) => new { Job = job, instance.Id, instance.Flow, instance.RecordId })
            .OrderBy(due => due.Job.NextAt).ThenBy(due => due.Id)
            .Take(take)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return [.. free.Select(due => new LeasedJob(due.Id, due.Flow, due.RecordId, due.Job with { Attempts = due.Job.Attempts + 1 }, Guid.NewGuid()))];
    }

    private async Task<bool> TakeAsync(LeasedJob job, DateTime now, DateTime until, CancellationToken cancellationToken)
    {
        var (instance, id, attempts, owner) = (job.InstanceId, job.Job.Id, job.Job.Attempts, job.Owner);
        return await ChangeAsync(
            rows => Free(rows, now).Where(row => EF.Property<long>(row, Instance) == instance && row.Id == id && row.Attempts == attempts - 1).ExecuteUpdateAsync(
                set => set.SetProperty(row => EF.Property<DateTime?>(row, Locked), (DateTime?)until)
                    .SetProperty(row => EF.Property<Guid?>(row, Owner), (Guid?)owner)
                    .SetProperty(row => row.Attempts, attempts),
                cancellationToken),
            cancellationToken) > 0;
    }

    private static IQueryable<FlowJob> Free(IQueryable<FlowJob> rows, DateTime now)
        => rows.Where(row => row.Status == JobStatus.Open && row.NextAt <= now && (EF.Property<DateTime?>(row, Locked) == null || EF.Property<DateTime?>(row, Locked) < now));

    private static IQueryable<FlowJob> Held(IQueryable<FlowJob> rows, LeasedJob job)
    {
        var (instance, id, owner) = (job.InstanceId, job.Job.Id, job.Owner);
        return rows.Where(row => EF.Property<long>(row, Instance) == instance && row.Id == id && row.Status == JobStatus.Open && EF.Property<Guid?>(row, Owner) == owner);
    }

    private async Task<int> ChangeAsync(Func<IQueryable<FlowJob>, Task<int>> change, CancellationToken cancellationToken)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var changed = await change(context.Set<FlowJob>());
        await write.CommitAsync(cancellationToken);
        return changed;
    }
}
