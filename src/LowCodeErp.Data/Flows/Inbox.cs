using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Platform.Flows;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Inbox;
using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Flows;

/// <summary>The lists of members, each along an index of its own (flows.md 2.1-10).</summary>
public sealed class Inbox(WorkspaceConnections connections) : IInbox
{
    /// <summary>What counts as having done something with a task; looking at it and keeping a draft do not.</summary>
    private static readonly string[] _done =
    [
        FlowActions.Approved, FlowActions.Rejected, FlowActions.Completed, FlowActions.Returned, FlowActions.Transferred, FlowActions.Delegated, FlowActions.Advised,
    ];

    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task<IReadOnlyList<InboxEntry>> ReadAsync(InboxQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var entries = query.List switch
        {
            InboxList.ToDo => ToDo(context, query),
            InboxList.Done => Done(context, query),
            InboxList.Mine => Mine(context, query),
            _ => Copies(context, query),
        };
        return await entries.Take(query.Take).ToListAsync(cancellationToken);
    }

    public async Task<InboxCounts> CountAsync(long memberId, IReadOnlyCollection<string> asked, DateTime now, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var tasks = await Asked(context, asked).GroupBy(task => task.Flow)
            .Select(group => new { Flow = group.Key, Count = group.Count(), Overdue = group.Count(task => task.DueAt != null && task.DueAt <= now) }).ToListAsync(cancellationToken);
        var copies = await CopiesOf(context, memberId).CountAsync(message => message.ReadAt == null, cancellationToken);
        return new(tasks.ToDictionary(entry => entry.Flow, entry => entry.Count, StringComparer.Ordinal), tasks.Sum(entry => entry.Overdue), copies);
    }

    public async Task<ILookup<long, FlowTask>> ReadOpenAsync(IReadOnlyCollection<long> instanceIds, CancellationToken cancellationToken = default)
    {
        var ids = instanceIds.ToArray();
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return (await context.FlowTasks.AsNoTracking().Where(task => ids.Contains(task.InstanceId)).OrderBy(task => task.SeatId).ToListAsync(cancellationToken)).ToLookup(task => task.InstanceId);
    }

    public async Task MarkReadAsync(long memberId, long instanceId, DateTime now, CancellationToken cancellationToken = default)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var unread = context.Messages.Where(message => message.FlowInstanceId == instanceId && message.MemberId == memberId && message.ReadAt == null);
        if (await unread.ExecuteUpdateAsync(set => set.SetProperty(message => message.ReadAt, now), cancellationToken) > 0)
        {
            await write.CommitAsync(cancellationToken);
        }
    }

    private static IQueryable<InboxEntry> ToDo(PlatformContext context, InboxQuery query)
    {
        var (now, wanted) = (query.Now, Wanted(query));
#pragma warning disable CA1304, CA1311, CA1862 // It becomes a function of the database.
        var tasks = Asked(context, query.Asked).Where(task => (query.Flow == null || task.Flow == query.Flow) && (wanted == "" || task.Title.ToLower().Contains(wanted)));
#pragma warning restore CA1304, CA1311, CA1862
        if (query.OnlyOpen)
        {
            tasks = tasks.Where(task => task.DueAt != null && task.DueAt <= now);
        }

        if (query.After is { } after)
        {
            var (late, at, instance, seat) = (after.IsOverdue, after.At, after.InstanceId, (int)after.PartId);
            tasks = tasks.Where(task => (late && !(task.DueAt != null && task.DueAt <= now))
                || ((task.DueAt != null && task.DueAt <= now) == late
                    && (task.OpenedAt > at || (task.OpenedAt == at && (task.InstanceId > instance || (task.InstanceId == instance && task.SeatId > seat))))));
        }

        return tasks.OrderBy(task => task.DueAt != null && task.DueAt <= now ? 0 : 1).ThenBy(task => task.OpenedAt).ThenBy(task => task.InstanceId).ThenBy(task => task.SeatId)
            .Select(task => new InboxEntry
            {
                InstanceId = task.InstanceId, PartId = task.SeatId, Flow = task.Flow, FlowVersion = task.FlowVersion, Title = task.Title, Block = task.Block, InitiatorId = task.InitiatorId,
                Status = FlowStatus.Running, At = task.OpenedAt, DueAt = task.DueAt, IsOverdue = task.DueAt != null && task.DueAt <= now,
                IsUnread = task.ReadAt == null, IsUnclaimed = task.HolderId == null,
            });
    }

    private static IQueryable<InboxEntry> Done(PlatformContext context, InboxQuery query)
    {
        var rows = from entry in context.Set<FlowHistory>().Where(row => row.ActorId == query.MemberId && _done.Contains(row.Action))
                   join instance in Instances(context, query) on EF.Property<long>(entry, FlowRowsTable<FlowHistory>.InstanceId) equals instance.Id
                   select new { Entry = entry, Instance = instance };
        if (query.After is { } after)
        {
            var (at, id, part) = (after.At, after.InstanceId, (int)after.PartId);
            rows = rows.Where(row => row.Entry.At < at || (row.Entry.At == at && (row.Instance.Id < id || (row.Instance.Id == id && row.Entry.Id < part))));
        }

        return rows.OrderByDescending(row => row.Entry.At).ThenByDescending(row => row.Instance.Id).ThenByDescending(row => row.Entry.Id)
            .Select(row => new InboxEntry
            {
                InstanceId = row.Instance.Id, PartId = row.Entry.Id, Flow = row.Instance.Flow, FlowVersion = row.Instance.FlowVersion, Title = row.Instance.Title, Block = row.Entry.Block,
                InitiatorId = row.Instance.InitiatorId, Status = row.Instance.Status, At = row.Entry.At, Action = row.Entry.Action,
            });
    }

    private static IQueryable<InboxEntry> Mine(PlatformContext context, InboxQuery query)
    {
        var rows = Instances(context, query).Where(instance => instance.InitiatorId == query.MemberId);
        if (query.After is { InstanceId: var id })
        {
            rows = rows.Where(instance => instance.Id < id);
        }

        return rows.OrderByDescending(instance => instance.Id).Select(instance => new InboxEntry
        {
            InstanceId = instance.Id, Flow = instance.Flow, FlowVersion = instance.FlowVersion, Title = instance.Title, InitiatorId = instance.InitiatorId, Status = instance.Status,
            At = instance.CreatedAt,
        });
    }

    private static IQueryable<InboxEntry> Copies(PlatformContext context, InboxQuery query)
    {
        var rows = from message in CopiesOf(context, query.MemberId)
                   join instance in Instances(context, query) on message.FlowInstanceId equals instance.Id
                   select new { Message = message, Instance = instance };
        if (query.After is { PartId: var part })
        {
            rows = rows.Where(row => row.Message.Id < part);
        }

        return rows.OrderByDescending(row => row.Message.Id).Select(row => new InboxEntry
        {
            InstanceId = row.Instance.Id, PartId = row.Message.Id, Flow = row.Instance.Flow, FlowVersion = row.Instance.FlowVersion, Title = row.Instance.Title,
            InitiatorId = row.Instance.InitiatorId, Status = row.Instance.Status, At = row.Message.At, IsUnread = row.Message.ReadAt == null,
        });
    }

    private static IQueryable<FlowTask> Asked(PlatformContext context, IReadOnlyCollection<string> asked)
    {
        var lists = asked.ToArray();
        return context.FlowTasks.Where(task => lists.Contains(task.Asked));
    }

    private static IQueryable<Message> CopiesOf(PlatformContext context, long memberId)
        => context.Messages.Where(message => message.MemberId == memberId && message.Kind == FlowActions.Copied && message.FlowInstanceId != null);

    private static IQueryable<FlowInstance> Instances(PlatformContext context, InboxQuery query)
    {
        var wanted = Wanted(query);
#pragma warning disable CA1304, CA1311, CA1862 // It becomes a function of the database.
        var instances = context.FlowInstances
            .Where(instance => (query.Flow == null || instance.Flow == query.Flow) && (wanted == "" || instance.Title.ToLower().Contains(wanted)));
#pragma warning restore CA1304, CA1311, CA1862
        return query.OnlyOpen ? instances.Where(instance => instance.EndedAt == null) : instances;
    }

    /// <summary>In lower case; empty for all.</summary>
    private static string Wanted(InboxQuery query)
    {
        var wanted = query.Search?.Trim() ?? "";
        return (wanted.Length <= InboxQuery.LongestSearch ? wanted : wanted[..InboxQuery.LongestSearch]).ToLowerInvariant();
    }
}
