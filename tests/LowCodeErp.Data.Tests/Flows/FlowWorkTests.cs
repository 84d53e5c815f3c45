using System.Collections.Concurrent;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Auditing;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Flows.Work;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>Timers fire and jobs are carried out whatever happens to the nodes and to other instances (flows.md 2.1-5 to 2.1-7).</summary>
public sealed class FlowWorkTests
{
    private static readonly DateTime Due = PublishedDatabase.Now;

    private readonly SetClock _clock = new() { Now = Due.AddSeconds(1) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task D9_Timer_DueWhileNoNodeRan_FiresOnTheNextOne(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var (due, later) = (await StartWithTimerAsync(database, Due), await StartWithTimerAsync(database, Due.AddDays(2)));
        _clock.Now = Due.AddDays(1);
        var started = await database.AddHostAsync();

        Assert.Empty(await Scan(started).RunAsync(Cancellation));

        Assert.Equal(["submitted", "timed-out"], await started.ReadActionsAsync(due));
        Assert.Equal(["submitted"], await started.ReadActionsAsync(later));
    }

    [Theory]
    [EveryDatabase]
    public async Task D10_Timers_ScannedByTwoNodesAtOnce_FireOnceEach(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var instances = new List<long>();
        for (var count = 0; count < 12; count++)
        {
            instances.Add(await StartWithTimerAsync(database, Due));
        }

        var other = await database.AddHostAsync();
        var refused = await Task.WhenAll(Scan(database.Host).RunAsync(Cancellation), Scan(other).RunAsync(Cancellation));

        Assert.Empty(refused.SelectMany(reasons => reasons));
        foreach (var instance in instances)
        {
            Assert.Equal(["submitted", "timed-out"], await database.Host.ReadActionsAsync(instance));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task D25_Timer_ThatCannotFire_KeepsNoOtherFromIt(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var poisoned = await StartWithTimerAsync(database, Due.AddHours(-1), VoteRules.Poison);
        var sound = await StartWithTimerAsync(database, Due);

        var (timer, reason) = Assert.Single(await Scan(database.Host).RunAsync(Cancellation));

        Assert.Equal((poisoned, "flow.timer.crashed"), (timer.InstanceId, reason.Code));
        Assert.Equal(["submitted", "timed-out"], await database.Host.ReadActionsAsync(sound));
        Assert.Equal(TimerStatus.Open, (await database.Host.ReadAsync(poisoned)).Timers[9].Status);
    }

    [Theory]
    [EveryDatabase]
    public async Task D25_Job_WhoseInstanceTakesNoReport_IsPutOffAndKeepsNoOtherFromIt(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var poisoned = await StartWithJobAsync(database, VoteRules.Poison);
        var sound = await StartWithJobAsync(database);
        var calls = new Calls(VoteRules.Poison);
        var runner = Runner(database.Host, new Calls(), calls);

        var (job, reason) = Assert.Single(await runner.RunAsync(Cancellation));

        Assert.Equal((poisoned, "flow.job.crashed"), (job.InstanceId, reason.Code));
        Assert.Equal(["submitted", "reported"], await database.Host.ReadActionsAsync(sound));
        Assert.Empty(await runner.RunAsync(Cancellation));
        _clock.Now += TimeSpan.FromSeconds(15);
        Assert.Single(await runner.RunAsync(Cancellation));
        Assert.Equal([job.IdempotencyKey, job.IdempotencyKey], calls.Keys);
    }

    [Theory]
    [EveryDatabase]
    public async Task D6_Job_OfANodeThatStoppedAfterTheCall_IsCalledAgainUnderTheSameKey(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var instance = await StartWithJobAsync(database);
        using var stopping = new CancellationTokenSource();
        var calls = new Calls(onCall: _ => stopping.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Runner(database.Host, calls).RunAsync(stopping.Token));
        var other = await database.AddHostAsync();
        var again = new Calls();

        Assert.Empty(await Runner(other, again).RunAsync(Cancellation));
        Assert.Empty(again.Keys);
        _clock.Now += TimeSpan.FromMinutes(3);
        Assert.Empty(await Runner(other, again).RunAsync(Cancellation));

        Assert.Equal(Assert.Single(calls.Keys), Assert.Single(again.Keys));
        Assert.Equal(["submitted", "reported"], await other.ReadActionsAsync(instance));
    }

    [Theory]
    [EveryDatabase]
    public async Task D15_Job_ThatFailsEveryTime_IsAnIncidentAfterTheLastAttempt(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var instance = await StartWithJobAsync(database);
        var calls = new Calls(onCall: _ => throw new IOException("unplugged"));
        var runner = Runner(database.Host, calls);
        for (var attempt = 1; attempt <= FlowJobRunner.MostAttempts; attempt++)
        {
            Assert.Equal(["submitted"], await database.Host.ReadActionsAsync(instance));
            Assert.Empty(await runner.RunAsync(Cancellation));
            Assert.Equal(attempt, calls.Keys.Count);

            // Each pause is twice as long as the one before.
            var pause = TimeSpan.FromSeconds(15) * Math.Pow(2, attempt - 1);
            _clock.Now += pause - TimeSpan.FromSeconds(1);
            Assert.Empty(await runner.RunAsync(Cancellation));
            Assert.Equal(attempt, calls.Keys.Count);
            _clock.Now += TimeSpan.FromSeconds(1);
        }

        var state = await database.Host.ReadAsync(instance);
        Assert.Equal((JobStatus.Failed, "flow.job.crashed"), (state.Jobs[9].Status, Assert.Single(state.Incidents.Values).Code));
        Assert.Contains("unplugged", state.Incidents.Values.Single().English, StringComparison.Ordinal);
        Assert.Equal(FlowStatus.Running, state.Instance.Status);
    }

    [Theory]
    [EveryDatabase]
    public async Task D15_Job_WhoseResultIsNotTakenForGood_IsAnIncidentAfterTheLastAttempt(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var instance = await StartWithJobAsync(database, VoteRules.Indigestible);
        var calls = new Calls(VoteRules.Indigestible);
        var runner = Runner(database.Host, calls);
        for (var attempt = 1; attempt < FlowJobRunner.MostAttempts; attempt++)
        {
            Assert.Equal("flow.job.crashed", Assert.Single(await runner.RunAsync(Cancellation)).Reason.Code);
            Assert.Empty((await database.Host.ReadAsync(instance)).Incidents);
            _clock.Now += TimeSpan.FromHours(1);
        }

        Assert.Empty(await runner.RunAsync(Cancellation));

        var state = await database.Host.ReadAsync(instance);
        var incident = Assert.Single(state.Incidents.Values);
        Assert.Equal((JobStatus.Failed, "flow.job.not-taken", FlowStatus.Running), (state.Jobs[9].Status, incident.Code, state.Instance.Status));
        Assert.Contains(VoteRules.Poison, incident.English, StringComparison.Ordinal);
        _clock.Now += TimeSpan.FromDays(1);
        Assert.Empty(await runner.RunAsync(Cancellation));
        Assert.Equal(FlowJobRunner.MostAttempts, calls.Keys.Count);
        Assert.Single(calls.Keys.Distinct());
    }

    [Theory]
    [EveryDatabase]
    public async Task Job_WhoseHandlerGivesUpByItself_IsTriedAgain(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var instance = await StartWithJobAsync(database);
        await Runner(database.Host, new Calls(onCall: _ => throw new TaskCanceledException("a limit of its own"))).RunAsync(Cancellation);
        _clock.Now += TimeSpan.FromSeconds(15);

        await Runner(database.Host, new Calls()).RunAsync(Cancellation);

        Assert.Equal(["submitted", "reported"], await database.Host.ReadActionsAsync(instance));
    }

    [Theory]
    [EveryDatabase]
    public async Task Job_OfAKindNobodyKnows_IsAnIncidentAtOnce(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var instance = await StartWithJobAsync(database, "telex");

        Assert.Empty(await Runner(database.Host, new Calls()).RunAsync(Cancellation));

        Assert.Equal("flow.job.unknown", Assert.Single((await database.Host.ReadAsync(instance)).Incidents.Values).Code);
    }

    internal static async Task<long> StartWithTimerAsync(FlowDatabase database, DateTime due, string kind = "timeout")
    {
        var instance = await database.Host.StartFlowAsync(7);
        var timer = new FlowTimer { Id = 9, ScopeId = 2, Kind = kind, DueAt = due };
        await database.Host.ChangeAsync(instance, state => state with { Instance = state.Instance with { LastId = 9 }, Timers = FlowStates.Rows([timer], row => row.Id) });
        return instance;
    }

    internal static async Task<long> StartWithJobAsync(FlowDatabase database, string kind = "call")
    {
        var instance = await database.Host.StartFlowAsync(7);
        var job = FlowStates.Job(9) with { Kind = kind };
        await database.Host.ChangeAsync(instance, state => state with { Instance = state.Instance with { LastId = 9 }, Jobs = FlowStates.Rows([job], row => row.Id) });
        return instance;
    }

    private FlowTimerScan Scan(FlowHost host) => new(host.Queue, host.Engine, _clock);

    private FlowJobRunner Runner(FlowHost host, params IFlowJobHandler[] handlers) => new(host.Queue, host.Engine, handlers, _clock);

    /// <summary>The other side, which writes down under which keys it was called.</summary>
    private sealed class Calls(string kind = "call", Action<LeasedJob>? onCall = null) : IFlowJobHandler
    {
        public string Kind => kind;

        public ConcurrentQueue<string> Keys { get; } = [];

        public Task<FlowJobResult> RunAsync(LeasedJob job, CancellationToken cancellationToken)
        {
            Keys.Enqueue(job.IdempotencyKey);
            onCall?.Invoke(job);
            return Task.FromResult<FlowJobResult>(new FlowJobResult.Done(null));
        }
    }
}
