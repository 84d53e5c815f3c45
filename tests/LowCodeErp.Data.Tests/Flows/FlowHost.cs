using System.Collections.Immutable;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Access;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Data.Flows;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Organisations;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Data.Queries;
using LowCodeErp.Data.Records;
using LowCodeErp.Data.Tests.Records;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Inbox;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Flows.Work;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>One node that runs flows on a database; several of them share nothing else.</summary>
internal sealed class FlowHost : IDisposable
{
    public const string Flow = "order-approval";

    private readonly IdAllocator _ids;
    private readonly PublishedWorkspace _workspace;
    private readonly WorkingCalendars _calendars;
    private readonly CurrentOrganisation _organisation;
    private readonly MemberRights _rights;
    private readonly Func<IRecordStore, FlowEngine> _newEngine;

    private FlowHost(WorkspaceConnections connections, Func<FlowModel, FlowState, FlowEvent, FlowFacts, FlowStep> apply)
    {
        var compiler = new WorkspaceCompiler(BuiltInFields.Catalog, PublishedDatabase.LayoutItems, PublishedDatabase.FlowNodes);
        var audit = new AuditLog(connections, _ids = new(connections), TimeProvider.System);
        Connections = connections;
        _workspace = new(connections, compiler);
        _calendars = new(new CalendarStore(connections));
        _organisation = new(new OrganisationStore(connections, audit));
        var versions = new FlowVersions(connections, compiler, _workspace);
        _rights = new(connections, _workspace, _calendars, _organisation, new RunningFlows(connections, versions), audit, _ids, TimeProvider.System);
        Records = new(connections, _workspace, _ids);
        Pipeline = new(Records, _workspace, _rights);
        Store = new(connections, _ids);
        _newEngine = records => new(records, Store, versions, new(_workspace, Pipeline, _rights), _workspace, _rights, _organisation, _calendars, News)
        {
            Apply = apply,
        };
        Engine = NewEngine(Records);
        Rows = new(connections, new(connections), new(connections), _workspace, _rights);
        Why = new(connections, Rows, _rights, _organisation);
        Queries = new(connections);
        Snapshots = new(connections, _workspace, Queries, versions, Rows);
        Queue = new(connections);
        Inbox = new(connections);
        Desk = new(Queries, versions, Rows, _rights, _workspace, _organisation, _calendars);
    }

    public WorkspaceConnections Connections { get; }

    public RecordStore Records { get; }

    public SavePipeline Pipeline { get; }

    public FlowStore Store { get; }

    public FlowEngine Engine { get; }

    public FlowQueries Queries { get; }

    public Inbox Inbox { get; }

    public FlowDesk Desk { get; }

    public FlowNews News { get; } = new();

    /// <summary>Of records.</summary>
    public RecordQueries Rows { get; }

    public AccessExplanations Why { get; }

    public FlowSnapshots Snapshots { get; }

    public MemberRights Rights => _rights;

    public FlowAgenda Queue { get; }

    public Runtime.Workspaces.WorkspaceModel Workspace => _workspace.Current;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<FlowHost> StartAsync(WorkspaceConnections connections, VoteRules? rules = null) => StartAsync(connections, (rules ?? new()).Apply);

    public static async Task<FlowHost> StartAsync(WorkspaceConnections connections, Func<FlowModel, FlowState, FlowEvent, FlowFacts, FlowStep> apply)
    {
        var host = new FlowHost(connections, apply);
        Assert.DoesNotContain(await host._workspace.LoadAsync(Cancellation), found => found.Severity == Severity.Error);
        await host._calendars.LoadAsync(Cancellation);
        await host._organisation.LoadAsync(Cancellation);
        return host;
    }

    /// <summary>Takes over what was published.</summary>
    public Task RefreshAsync() => _workspace.LoadAsync(Cancellation);

    /// <summary>An administrator, whom no rights limit.</summary>
    public static Actor Member(long id) => new(id, $"member {id}", IsAdministrator: true);

    public static FlowEvent.Submit Submit(params long[] voters) => new()
    {
        CommandId = Guid.NewGuid(), ActorId = FlowStates.Initiator, Choices = ImmutableSortedDictionary<string, ImmutableArray<long>>.Empty.Add(VoteRules.Block, [.. voters]),
    };

    public static FlowEvent.Approve Approve(long voter, int seat) => new() { CommandId = Guid.NewGuid(), ActorId = voter, SeatId = seat };

    /// <summary>One more engine of this node, on another store of records.</summary>
    public FlowEngine NewEngine(IRecordStore records) => _newEngine(records);

    public FlowScheduleScan NewScheduleScan(TimeProvider clock) => new(new FlowStarts(Connections), Records, _workspace, _calendars, clock);

    public async Task<long> AddOrderAsync(decimal total = 12m)
    {
        var input = new RecordInput { Values = new Dictionary<string, InputValue> { ["name"] = InputValue.Of("订单"), ["total"] = InputValue.Of(total) } };
        var saved = Assert.IsType<SaveResult.Saved>(await Pipeline.SaveAsync(new(Workspace.FindForm("order")!, [input], Actor.System, ChangeSource.Command), Cancellation));
        return saved.Records[0].Id;
    }

    /// <returns>The id of the instance; the seats of the voters are 3, 4 …</returns>
    public async Task<long> StartFlowAsync(params long[] voters) => Done(await Engine.StartAsync(Flow, await AddOrderAsync(), Submit(voters), Member(FlowStates.Initiator), Cancellation)).InstanceId;

    public Task<FlowResult> ApproveAsync(long instance, long voter, int seat) => RunAsync(instance, Approve(voter, seat));

    public Task<FlowResult> RunAsync(long instance, FlowEvent happened)
        => Engine.RunAsync(instance, happened, happened is FlowEvent.Command command ? Member(command.ActorId) : Actor.System, Cancellation);

    /// <summary>What stands in some to-do lists.</summary>
    public Task<IReadOnlyList<InboxEntry>> ReadTasksAsync(IReadOnlyCollection<string> lists, int take = 10, InboxEntry? after = null)
        => Inbox.ReadAsync(new(InboxList.ToDo, 0, lists, DateTime.UnixEpoch) { Take = take, After = after }, Cancellation);

    public async Task<int> CountTasksAsync(params string[] lists) => (await Inbox.CountAsync(0, lists, DateTime.UnixEpoch, Cancellation)).Tasks;

    public async Task<FlowState> ReadAsync(long instance) => (await Queries.FindAsync(instance, Cancellation))!;

    public async Task<IReadOnlyList<string>> ReadActionsAsync(long instance) => [.. (await Queries.ReadHistoryAsync(instance, Cancellation)).Select(entry => entry.Action)];

    /// <summary>Past the rules: rows that they do not make.</summary>
    public async Task ChangeAsync(long instance, Func<FlowState, FlowState> change)
    {
        await using var transaction = await Records.BeginAsync(Cancellation);
        var before = (await Store.LoadAsync(instance, Guid.NewGuid(), transaction, Cancellation)).State!;
        var after = change(before);
        await Store.StoreAsync(FlowStates.Change(before, after with { Instance = after.Instance with { Version = before.Instance.Version + 1 } }), transaction, Cancellation);
        await transaction.CommitAsync(Cancellation);
    }

    public static FlowResult.Done Done(FlowResult result) => Assert.IsType<FlowResult.Done>(result);

    public static string Refused(FlowResult result) => Assert.IsType<FlowResult.Refused>(result).Diagnostic.Code;

    public void Dispose()
    {
        Engine.Dispose();
        _ids.Dispose();
    }
}
