using System.Data.Common;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Flows;

/// <summary>
/// The instances of flows in <c>sys_flow_…</c>. Commands on one instance follow one another: each locks the row of the instance first, and its version is
/// compared once more when it is written. Instances know nothing of each other, and so are never waited for (flows.md 2.1-2).
/// </summary>
public sealed class FlowStore(WorkspaceConnections connections, IdAllocator ids) : IFlowStore
{
    private readonly PlatformContextFactory _contexts = new(connections);
    private FlowStateTables? _tables;

    private FlowStateTables Tables => _tables ??= FlowStateTables.Of(_contexts);

    public async Task<long> AllocateIdAsync(IRecordTransaction transaction, CancellationToken cancellationToken)
        => await ids.NextAsync(Session(transaction).Transaction, IdSequence.FlowInstance, 1, cancellationToken);

    public async Task<FlowLoad> LoadAsync(long instanceId, Guid commandId, IRecordTransaction transaction, CancellationToken cancellationToken)
    {
        var session = Session(transaction);
        var dialect = session.Dialect;
        await using var command = session.CreateCommand($"{Tables.SelectState(dialect.LockHint, dialect.LockTail)}; {Tables.Receipts.Select} WHERE command_id = @command");
        AddParameter(command, "@instance", instanceId);
        AddParameter(command, "@command", commandId);
        await using var reader = await session.ReadAsync(command, cancellationToken);
        var state = await Tables.ReadAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return new(state, (await Tables.Receipts.ReadAllAsync(reader, cancellationToken)).SingleOrDefault());
    }

    public async Task<FlowReceipt?> FindReceiptAsync(Guid commandId, IRecordTransaction transaction, CancellationToken cancellationToken)
    {
        var session = Session(transaction);
        await using var command = session.CreateCommand($"{Tables.Receipts.Select} WHERE command_id = @command");
        AddParameter(command, "@command", commandId);
        await using var reader = await session.ReadAsync(command, cancellationToken);
        return (await Tables.Receipts.ReadAllAsync(reader, cancellationToken)).SingleOrDefault();
    }

    public async Task StoreAsync(FlowChange change, IRecordTransaction transaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var session = Session(transaction);
        try
        {
            var affected = await CommandBatch.RunAsync(session, [.. Write(session, change)], cancellationToken);
            if (affected[0] == 0)
            {
                throw new FlowConflictException($"Instance {change.After.Instance.Id} is no longer at version {change.Before!.Instance.Version}.");
            }
        }
        catch (DbException exception) when (session.Dialect.FindDuplicate(exception) is not null)
        {
            // Another node carried out the same command, or started the same flow for the same record. Whoever begins anew sees it.
            throw new FlowConflictException($"Instance {change.After.Instance.Id} was stored by somebody else.", exception);
        }
    }

    internal static StoreSession Session(IRecordTransaction transaction) => ((RecordTransaction)transaction).Session;

    internal static void AddParameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private IEnumerable<DbCommand> Write(StoreSession session, FlowChange change)
    {
        var id = change.After.Instance.Id;
        var before = change.Before is null ? [] : FlowTasks.Of(change.Before).ToHashSet();
        var after = FlowTasks.Of(change.After).ToHashSet();
        return
        [
            .. Tables.Write(session, change.Before, change.After),
            .. before.Except(after).Select(task => DeleteTask(session, task)),
            .. Tables.Tasks.Insert(session, id, [.. after.Except(before)]),
            .. Tables.History.Insert(session, id, [.. change.History]),
            .. Tables.Receipts.Insert(session, id, [change.Receipt]),
            .. Tables.Snapshots.Insert(session, id, [.. SnapshotsOf(change)]),
        ];
    }

    private IEnumerable<FlowSnapshot> SnapshotsOf(FlowChange change)
        => change.Snapshot.Count == 0 ? [] : [new()
        {
            InstanceId = change.After.Instance.Id, RecordVersion = change.SnapshotVersion, At = change.Receipt.At, Content = SnapshotContent.Write(change.Snapshot, connections.Keys),
        }];

    private static DbCommand DeleteTask(StoreSession session, FlowTask task)
    {
        var command = session.CreateCommand("DELETE FROM sys_flow_task WHERE instance_id = @instance AND seat_id = @seat AND asked = @asked");
        AddParameter(command, "@instance", task.InstanceId);
        AddParameter(command, "@seat", task.SeatId);
        AddParameter(command, "@asked", task.Asked);
        return command;
    }
}
