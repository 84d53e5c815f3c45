using LowCodeErp.Data.Flows;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Flows;

public sealed class FlowAgendaTests
{
    private static readonly DateTime Now = PublishedDatabase.Now;
    private static readonly DateTime Until = Now.AddMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task FindDueTimers_OpenAndDue_InTheirOrderPageByPage(DatabaseProvider provider)
    {
        await using var database = await FlowStoreTests.CreateAsync(provider);
        await StoreTimersAsync(
            database, 10,
            Timer(4, -2), Timer(5, -1), Timer(6, -1), Timer(7, 1), Timer(8, -3) with { Status = TimerStatus.Fired }, Timer(9, -3) with { Status = TimerStatus.Frozen });
        await StoreTimersAsync(database, 11, Timer(4, -1), Timer(5, 0));
        var queue = new FlowAgenda(database.Database.Connections);

        var first = await queue.FindDueTimersAsync(Now, null, 3, Cancellation);
        var second = await queue.FindDueTimersAsync(Now, first[^1], 3, Cancellation);

        Assert.Equal([(10, 4), (10, 5), (10, 6)], first.Select(timer => (timer.InstanceId, timer.TimerId)));
        Assert.Equal([(11, 4), (11, 5)], second.Select(timer => (timer.InstanceId, timer.TimerId)));
    }

    [Theory]
    [EveryDatabase]
    public async Task D10_Lease_ByManyWorkersAtOnce_GivesEachJobToOne(DatabaseProvider provider)
    {
        const int jobs = 20;
        await using var database = await FlowStoreTests.CreateAsync(provider);
        await StoreJobsAsync(database, [.. Enumerable.Range(4, jobs).Select(FlowStates.Job)]);

        var workers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LeaseAllAsync(new(database.Database.ConnectAnotherNode()))));

        Assert.Equal(Enumerable.Range(4, jobs), workers.SelectMany(worker => worker).Select(job => job.Job.Id).Order());
    }

    [Theory]
    [EveryDatabase]
    public async Task D13_Renew_LeaseOfALongJob_KeepsOthersFromIt(DatabaseProvider provider)
    {
        await using var database = await FlowStoreTests.CreateAsync(provider);
        await StoreJobsAsync(database, FlowStates.Job(4));
        var queue = new FlowAgenda(database.Database.Connections);
        var job = Assert.Single(await queue.LeaseAsync(Now, Until, 10, Cancellation));

        Assert.True(await queue.RenewAsync(job, Until.AddMinutes(1), Cancellation));
        Assert.Empty(await queue.LeaseAsync(Until.AddSeconds(1), Until.AddMinutes(2), 10, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task D26_RenewAndRelease_ByWhoeverLostTheLease_ChangeNothing(DatabaseProvider provider)
    {
        await using var database = await FlowStoreTests.CreateAsync(provider);
        await StoreJobsAsync(database, FlowStates.Job(4));
        var queue = new FlowAgenda(database.Database.Connections);
        var late = Assert.Single(await queue.LeaseAsync(Now, Until, 10, Cancellation));
        var next = Assert.Single(await queue.LeaseAsync(Until.AddSeconds(1), Until.AddMinutes(2), 10, Cancellation));

        Assert.Equal((1, 2), (late.Job.Attempts, next.Job.Attempts));
        Assert.Equal(late.IdempotencyKey, next.IdempotencyKey);
        Assert.False(await queue.RenewAsync(late, Until.AddHours(1), Cancellation));
        await queue.ReleaseAsync(late, Now, wasTried: true, Cancellation);
        Assert.Empty(await queue.LeaseAsync(Until.AddSeconds(2), Until.AddMinutes(2), 10, Cancellation));
        Assert.True(await queue.RenewAsync(next, Until.AddHours(1), Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task D15_Release_AttemptThatWasNone_IsNotCounted(DatabaseProvider provider)
    {
        await using var database = await FlowStoreTests.CreateAsync(provider);
        await StoreJobsAsync(database, FlowStates.Job(4));
        var queue = new FlowAgenda(database.Database.Connections);

        await queue.ReleaseAsync((await queue.LeaseAsync(Now, Until, 1, Cancellation))[0], Now, wasTried: false, Cancellation);
        var tried = (await queue.LeaseAsync(Now, Until, 1, Cancellation))[0];
        Assert.Equal(1, tried.Job.Attempts);

        await queue.ReleaseAsync(tried, Now.AddMinutes(5), wasTried: true, Cancellation);
        Assert.Empty(await queue.LeaseAsync(Now, Until, 1, Cancellation));
        Assert.Equal(2, (await queue.LeaseAsync(Now.AddMinutes(5), Until.AddMinutes(5), 1, Cancellation))[0].Job.Attempts);
    }

    private static async Task<List<LeasedJob>> LeaseAllAsync(FlowAgenda queue)
    {
        var all = new List<LeasedJob>();
        while (await queue.LeaseAsync(Now, Until, 3, Cancellation) is { Count: > 0 } leased)
        {
            all.AddRange(leased);
        }

        return all;
    }

    private static FlowTimer Timer(int id, int minutes) => new() { Id = id, ScopeId = 2, Kind = "timeout", DueAt = Now.AddMinutes(minutes) };

    private static Task StoreTimersAsync(PublishedDatabase database, long instance, params FlowTimer[] timers)
        => FlowStoreTests.StoreAsync(database, FlowStates.Start(FlowStates.Running(instance, instance) with { Timers = FlowStates.Rows(timers, timer => timer.Id) }));

    private static Task StoreJobsAsync(PublishedDatabase database, params FlowJob[] jobs)
        => FlowStoreTests.StoreAsync(database, FlowStates.Start(FlowStates.Running(10, 100) with { Jobs = FlowStates.Rows(jobs, job => job.Id) }));
}
