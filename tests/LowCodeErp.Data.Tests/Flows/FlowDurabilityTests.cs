using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Auditing;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Flows.Work;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Flows.RequestDatabase;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>Nodes that stand still in the middle of their work, tasks whose time is over, and flows that are published anew while instances run.</summary>
public sealed class FlowDurabilityTests
{
    private const string Buy = """
        {
          "key": "buy", "label": {"zh-CN": "采购审批"}, "form": "request", "sequence": ["boss", "pay"],
          "blocks": {
            "boss": {"type": "approval", "settings": {"assignees": [{"kind": "members", "members": ["m7"]}], "timeouts": [{"hours": 1, "action": "approve"}]}},
            "pay": {"type": "handle", "settings": {"assignees": [{"kind": "members", "members": ["m8"]}]}}
          }
        }
        """;

    /// <summary>Nobody is asked before the payment.</summary>
    private const string Short = """
        {
          "key": "buy", "label": {"zh-CN": "采购审批"}, "form": "request", "sequence": ["pay"],
          "blocks": {"pay": {"type": "handle", "settings": {"assignees": [{"kind": "members", "members": ["m8"]}]}}}
        }
        """;

    private static readonly DateTime Due = PublishedDatabase.Now;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task D12_Timers_OfANodeThatStoodStillAfterItFoundThem_FireOnce(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var other = await database.AddHostAsync();
        var timer = new FlowTimer { Id = 9, ScopeId = 2, Kind = "timeout", DueAt = Due };
        var instance = await StartAsync(database, state => state with { Timers = FlowStates.Rows([timer], row => row.Id) });
        var clock = new SetClock { Now = Due.AddSeconds(1) };
        var awake = new FlowTimerScan(other.Queue, other.Engine, clock);
        var starved = new StarvedAgenda(database.Host.Queue) { Meanwhile = async () => Assert.Empty(await awake.RunAsync(Cancellation)) };

        // The time of the starved node does not go on, while the other one works.
        Assert.Empty(await new FlowTimerScan(starved, database.Host.Engine, new SetClock { Now = Due }).RunAsync(Cancellation));

        Assert.Equal(1, starved.Found);
        Assert.Equal(["submitted", "timed-out"], await other.ReadActionsAsync(instance));
    }

    [Theory]
    [EveryDatabase]
    public async Task D12_Job_OfANodeThatStoodStillLongerThanItsLease_IsReportedOnce(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var other = await database.AddHostAsync();
        var instance = await StartAsync(database, state => state with { Jobs = FlowStates.Rows([FlowStates.Job(9) with { Kind = "call" }], row => row.Id) });
        var awake = new Handler(() => Task.CompletedTask);
        var runner = new FlowJobRunner(other.Queue, other.Engine, [awake], new SetClock { Now = Due.AddMinutes(3) });
        var starved = new Handler(async () => Assert.Empty(await runner.RunAsync(Cancellation)));

        Assert.Empty(await new FlowJobRunner(database.Host.Queue, database.Host.Engine, [starved], new SetClock { Now = Due.AddSeconds(1) }).RunAsync(Cancellation));

        // The other side sees one key, and so does the work once.
        Assert.Equal(Assert.Single(awake.Keys), Assert.Single(starved.Keys));
        Assert.Equal(["submitted", "reported"], await other.ReadActionsAsync(instance));
    }

    [Theory]
    [EveryDatabase]
    public async Task D30_TaskWhoseTimeIsOver_IsGoneFromToDoAndCannotBeActedOn(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (record, instance) = await database.StartAsync();
        var seat = await database.SeatAsync(instance, "boss");
        Assert.Equal(1, await CountTasksAsync(database, Boss));
        Assert.NotNull(await database.FindAsync(record, Member(Boss)));

        await FireAsync(database, instance);

        Assert.Equal((0, 1), (await CountTasksAsync(database, Boss), await CountTasksAsync(database, Payer)));
        var before = await database.Host.ReadAsync(instance);
        Assert.IsType<FlowResult.Refused>(await database.Host.RunAsync(instance, Approve(seat)));
        Assert.IsType<FlowResult.Refused>(await database.Host.RunAsync(instance, new FlowEvent.Reject { CommandId = Guid.NewGuid(), ActorId = Boss, SeatId = seat.Id }));
        Assert.Equal(before.Instance.Version, (await database.Host.ReadAsync(instance)).Instance.Version);
        Assert.Null(await database.FindAsync(record, Member(Boss)));
    }

    [Theory]
    [EveryDatabase]
    public async Task D34_FlowPublishedAnew_WhileInstancesRun_OldOnesAndTheirTimersGoOnAndNewOnesGoTheNewWay(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (_, old) = await database.StartAsync();
        await database.PublishAsync(Short);
        var (_, fresh) = await database.StartAsync();

        await database.SeatAsync(fresh, "pay");
        Assert.Empty((await database.Host.ReadAsync(fresh)).Timers);
        await FireAsync(database, old);
        FlowHost.Done(await database.Host.RunAsync(old, new FlowEvent.Complete { CommandId = Guid.NewGuid(), ActorId = Payer, SeatId = (await database.SeatAsync(old, "pay")).Id }));

        Assert.Equal(FlowStatus.Approved, (await database.Host.ReadAsync(old)).Instance.Status);
        Assert.Equal(FlowStatus.Running, (await database.Host.ReadAsync(fresh)).Instance.Status);
    }

    [Theory]
    [EveryDatabase]
    public async Task D34_FlowThatIsNotPublishedAnyMore_BeginsNothingAndItsTimersGoOn(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (_, old) = await database.StartAsync();
        await database.PublishAsync(Short.Replace("\"buy\"", "\"other\"", StringComparison.Ordinal));

        var record = await database.AddAsync();
        Assert.Equal("flow.unknown", FlowHost.Refused(await database.Host.Engine.StartAsync("buy", record, Submit(), Member(Clerk), Cancellation)));
        await FireAsync(database, old);

        await database.SeatAsync(old, "pay");
    }

    private static async Task<long> StartAsync(FlowDatabase database, Func<FlowState, FlowState> change)
    {
        var instance = await database.Host.StartFlowAsync(7);
        await database.Host.ChangeAsync(instance, state => change(state with { Instance = state.Instance with { LastId = 9 } }));
        return instance;
    }

    private static Task<int> CountTasksAsync(RequestDatabase database, long member) => database.Host.CountTasksAsync(FlowTasks.OfMember(member));

    /// <summary>Lets the time of the one timer be over, and scans.</summary>
    private static async Task FireAsync(RequestDatabase database, long instance)
    {
        await database.Host.ChangeAsync(instance, state =>
        {
            var timer = Assert.Single(state.Timers.Values);
            return state with { Timers = state.Timers.SetItem(timer.Id, timer with { DueAt = DateTime.UnixEpoch }) };
        });
        Assert.Empty(await new FlowTimerScan(database.Host.Queue, database.Host.Engine, TimeProvider.System).RunAsync(Cancellation));
        Assert.Equal(TimerStatus.Fired, Assert.Single((await database.Host.ReadAsync(instance)).Timers.Values).Status);
    }

    /// <summary>What a node asks that gets no processor time once it has found something.</summary>
    private sealed class StarvedAgenda(IFlowAgenda agenda) : IFlowAgenda
    {
        public required Func<Task> Meanwhile { get; init; }

        public int Found { get; private set; }

        public async Task<IReadOnlyList<DueTimer>> FindDueTimersAsync(DateTime now, DueTimer? after, int take, CancellationToken cancellationToken)
        {
            var due = await agenda.FindDueTimersAsync(now, after, take, cancellationToken);
            Found += due.Count;
            await Meanwhile();
            return due;
        }

        public Task<IReadOnlyList<LeasedJob>> LeaseAsync(DateTime now, DateTime until, int take, CancellationToken cancellationToken) => agenda.LeaseAsync(now, until, take, cancellationToken);

        public Task<bool> RenewAsync(LeasedJob job, DateTime until, CancellationToken cancellationToken) => agenda.RenewAsync(job, until, cancellationToken);

        public Task ReleaseAsync(LeasedJob job, DateTime nextAt, bool wasTried, CancellationToken cancellationToken) => agenda.ReleaseAsync(job, nextAt, wasTried, cancellationToken);
    }

    private sealed class Handler(Func<Task> meanwhile) : IFlowJobHandler
    {
        public string Kind => "call";

        public List<string> Keys { get; } = [];

        public async Task<FlowJobResult> RunAsync(LeasedJob job, CancellationToken cancellationToken)
        {
            Keys.Add(job.IdempotencyKey);
            await meanwhile();
            return new FlowJobResult.Done(null);
        }
    }
}
