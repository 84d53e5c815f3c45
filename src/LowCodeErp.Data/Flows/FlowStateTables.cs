using System.Collections.Immutable;
using System.Data.Common;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Platform.Flows;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Flows;

/// <summary>The tables that hold the state of instances, and what the state and its changes are in them.</summary>
internal sealed class FlowStateTables(IModel platform, ISqlGenerationHelper sql)
{
    private readonly FlowTable<FlowInstance> _instances = new(platform, sql, (FlowInstanceTable.RunningRecordId, RunningRecordOf));
    private readonly FlowTable<FlowScope> _scopes = new(platform, sql);
    private readonly FlowTable<FlowSeat> _seats = new(platform, sql);
    private readonly FlowTable<FlowTimer> _timers = new(platform, sql);
    private readonly FlowTable<FlowWait> _waits = new(platform, sql);
    private readonly FlowTable<FlowJob> _jobs = new(platform, sql);
    private readonly FlowTable<FlowIncident> _incidents = new(platform, sql);

    public FlowTable<FlowHistory> History { get; } = new(platform, sql);

    public FlowTable<FlowTask> Tasks { get; } = new(platform, sql);

    public FlowTable<FlowReceipt> Receipts { get; } = new(platform, sql);

    public FlowTable<FlowSnapshot> Snapshots { get; } = new(platform, sql);

    public static FlowStateTables Of(PlatformContextFactory contexts)
    {
        using var context = contexts.CreateDbContext();
        return new(context.Model, context.GetService<ISqlGenerationHelper>());
    }

    /// <summary>One command of several results, in which <c>@instance</c> is the id; the instance comes first, since it is what is locked.</summary>
    public string SelectState(string lockHint, string lockTail) => string.Join("; ",
        $"{_instances.Select}{lockHint} WHERE id = @instance{lockTail}",
        $"{_scopes.Select} WHERE instance_id = @instance",
        $"{_seats.Select} WHERE instance_id = @instance",
        $"{_timers.Select} WHERE instance_id = @instance",
        $"{_waits.Select} WHERE instance_id = @instance",
        $"{_jobs.Select} WHERE instance_id = @instance",
        $"{_incidents.Select} WHERE instance_id = @instance");

    /// <summary>Leaves the reader at the last result.</summary>
    /// <returns>Null when there is no such instance.</returns>
    public async Task<FlowState?> ReadAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var instance = (await _instances.ReadAllAsync(reader, cancellationToken)).SingleOrDefault();
        var scopes = await NextAsync(reader, _scopes, row => row.Id, cancellationToken);
        var seats = await NextAsync(reader, _seats, row => row.Id, cancellationToken);
        var timers = await NextAsync(reader, _timers, row => row.Id, cancellationToken);
        var waits = await NextAsync(reader, _waits, row => row.Id, cancellationToken);
        var jobs = await NextAsync(reader, _jobs, row => row.Id, cancellationToken);
        var incidents = await NextAsync(reader, _incidents, row => row.Id, cancellationToken);
        return instance is null ? null : new()
        {
            Instance = instance, Scopes = scopes, Seats = seats, Timers = timers, Waits = waits, Jobs = jobs, Incidents = incidents,
        };
    }

    /// <summary>The instance comes first; an update of it touches no row when its version has moved on.</summary>
    /// <param name="before">Null for a new instance.</param>
    public IEnumerable<DbCommand> Write(StoreSession session, FlowState? before, FlowState after)
    {
        var id = after.Instance.Id;
        return
        [
            .. before is null
                ? _instances.Insert(session, id, [after.Instance])
                : [_instances.Update(session, id, after.Instance, ("version", before.Instance.Version))],
            .. Write(session, id, _scopes, before?.Scopes, after.Scopes),
            .. Write(session, id, _seats, before?.Seats, after.Seats),
            .. Write(session, id, _timers, before?.Timers, after.Timers),
            .. Write(session, id, _waits, before?.Waits, after.Waits),
            .. Write(session, id, _jobs, before?.Jobs, after.Jobs),
            .. Write(session, id, _incidents, before?.Incidents, after.Incidents),
        ];
    }

    private static object? RunningRecordOf(FlowInstance instance)
        => !instance.RunsBesideOthers && instance.Status is FlowStatus.Running or FlowStatus.Returned ? instance.RecordId : null;

    private static async Task<ImmutableSortedDictionary<int, TRow>> NextAsync<TRow>(
        DbDataReader reader, FlowTable<TRow> table, Func<TRow, int> idOf, CancellationToken cancellationToken)
        where TRow : class
    {
        await reader.NextResultAsync(cancellationToken);
        return (await table.ReadAllAsync(reader, cancellationToken)).ToImmutableSortedDictionary(idOf, row => row);
    }

    /// <summary>What is another record than before. Rows are never removed from a state.</summary>
    private static IEnumerable<DbCommand> Write<TRow>(
        StoreSession session, long instanceId, FlowTable<TRow> table, ImmutableSortedDictionary<int, TRow>? before, ImmutableSortedDictionary<int, TRow> after)
        where TRow : class
    {
        before ??= ImmutableSortedDictionary<int, TRow>.Empty;
        if (ReferenceEquals(before, after))
        {
            return [];
        }

        var added = after.Where(row => !before.ContainsKey(row.Key)).Select(row => row.Value).ToList();
        var changed = after.Where(row => before.TryGetValue(row.Key, out var was) && !ReferenceEquals(was, row.Value)).Select(row => row.Value);
        return after.Count - added.Count == before.Count
            ? [.. table.Insert(session, instanceId, added), .. changed.Select(row => table.Update(session, instanceId, row))]
            : throw new InvalidOperationException($"Rows of {typeof(TRow).Name} have vanished from the state of instance {instanceId}.");
    }
}
