using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Auditing;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Work;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>A node that hangs keeps nothing from firing (D11): every node sweeps for due rows by itself (flows.md 2.1-7).</summary>
public sealed class FlowSweepTests
{
    private static readonly DateTime Due = PublishedDatabase.Now;

    private readonly SetClock _clock = new() { Now = Due.AddSeconds(1) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task D11_Timers_WhileAScannerHangs_FireAtTheNextSweepOfAnotherNode(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var (held, waiting) = (await FlowWorkTests.StartWithTimerAsync(database, Due), await FlowWorkTests.StartWithTimerAsync(database, Due));
        var agenda = new HangingAgenda(database.Host.Queue);
        var hanging = new FlowTimerScan(agenda, database.Host.Engine, _clock).RunAsync(Cancellation);
        await agenda.HasPage.Task.WaitAsync(Cancellation);
        var other = await database.AddHostAsync();

        // It has read the rows and holds nothing: no row says that they are somebody's, so none can stay so.
        Assert.Empty(await new FlowTimerScan(other.Queue, other.Engine, _clock).RunAsync(Cancellation));
        foreach (var instance in new[] { held, waiting })
        {
            Assert.Equal(["submitted", "timed-out"], await other.ReadActionsAsync(instance));
        }

        agenda.GoOn.SetResult();
        Assert.Empty(await hanging);
        Assert.Equal(["submitted", "timed-out"], await other.ReadActionsAsync(held));
    }

    /// <summary>Of a node that stands still once it has read what is due.</summary>
    private sealed class HangingAgenda(IFlowAgenda real) : IFlowAgenda
    {
        public TaskCompletionSource HasPage { get; } = new();

        public TaskCompletionSource GoOn { get; } = new();

        public async Task<IReadOnlyList<DueTimer>> FindDueTimersAsync(DateTime now, DueTimer? after, int take, CancellationToken cancellationToken)
        {
            var page = await real.FindDueTimersAsync(now, after, take, cancellationToken);
            HasPage.TrySetResult();
            await GoOn.Task.WaitAsync(cancellationToken);
            return page;
        }

        public Task<IReadOnlyList<LeasedJob>> LeaseAsync(DateTime now, DateTime until, int take, CancellationToken cancellationToken)
            => real.LeaseAsync(now, until, take, cancellationToken);

        public Task<bool> RenewAsync(LeasedJob job, DateTime until, CancellationToken cancellationToken) => real.RenewAsync(job, until, cancellationToken);

        public Task ReleaseAsync(LeasedJob job, DateTime nextAt, bool wasTried, CancellationToken cancellationToken)
            => real.ReleaseAsync(job, nextAt, wasTried, cancellationToken);
    }
}
