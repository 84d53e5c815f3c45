using System.Data.Common;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.TestDatabases;
using Npgsql;
using static LowCodeErp.Data.Tests.Flows.FlowHost;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>What commands do to what is stored (flows.md 2.1).</summary>
public sealed class FlowEngineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task P3_Approve_Plain_TakesAtMostTwelveRoundTrips(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var instance = await database.Host.StartFlowAsync(7);
        var statements = new List<string>();
        database.Host.Connections.Watch = statements.Add;

        Assert.Equal(FlowStatus.Approved, Done(await database.Host.ApproveAsync(instance, 7, 3)).Status);

        // Two more tell which version of the workspace is in force.
        Assert.InRange(statements.Count, 2, 10);
        Assert.Equal(["submitted", "approved"], await database.Host.ReadActionsAsync(instance));
        Assert.Empty(await database.Host.ReadTasksAsync([FlowTasks.OfMember(7)]));
    }

    [Theory]
    [EveryDatabase]
    public async Task P3_TodoPage_WithItsCount_TakesAtMostFourRoundTrips(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        for (var task = 0; task < 3; task++)
        {
            await database.Host.StartFlowAsync(7);
        }

        string[] lists = [FlowTasks.OfMember(7), FlowTasks.OfRole("test", "director")];
        var (page, count) = (0, 0);
        var commands = await RecordedCommands.DuringAsync(async () =>
        {
            page = (await database.Host.ReadTasksAsync(lists, 2)).Count;
            count = await database.Host.CountTasksAsync(lists);
        });

        Assert.Equal((2, 3), (page, count));
        Assert.InRange(commands.Count, 1, 4);
    }

    [Theory]
    [EveryDatabase]
    public async Task Tasks_OfAMember_AreReadPageByPageInTheirOrder(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        long[] instances = [await database.Host.StartFlowAsync(7, 8), await database.Host.StartFlowAsync(7), await database.Host.StartFlowAsync(8), await database.Host.StartFlowAsync(7)];
        string[] lists = [FlowTasks.OfMember(7), FlowTasks.OfRole("test", "director")];

        var first = await database.Host.ReadTasksAsync(lists, 2);
        var second = await database.Host.ReadTasksAsync(lists, 2, first[^1]);

        Assert.Equal([instances[0], instances[1]], first.Select(task => task.InstanceId));
        Assert.Equal([instances[3]], second.Select(task => task.InstanceId));
        Assert.Equal(3, await database.Host.CountTasksAsync(lists));
        Assert.Equal(("订单", FlowStates.Initiator), (first[0].Title, first[0].InitiatorId));
    }

    [Theory]
    [EveryDatabase]
    public async Task D1_LastTwoVotes_OnTwoNodesAtOnce_EndTheInstanceOnce(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var other = await database.AddHostAsync();
        for (var round = 0; round < 10; round++)
        {
            var instance = await database.Host.StartFlowAsync(7, 8);

            var results = await Task.WhenAll(database.Host.ApproveAsync(instance, 7, 3), other.ApproveAsync(instance, 8, 4));

            Assert.Equal([FlowStatus.Running, FlowStatus.Approved], results.Select(result => Done(result).Status).Order());
            Assert.Equal(["submitted", "approved", "approved"], await database.Host.ReadActionsAsync(instance));
            Assert.Equal(FlowStatus.Approved, (await database.Host.ReadAsync(instance)).Instance.Status);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task D2_ManyVotes_OnTwoNodesAtOnce_AreCountedEachOnce(DatabaseProvider provider)
    {
        const int voters = 32;
        await using var database = await FlowDatabase.CreateAsync(provider);
        FlowHost[] hosts = [database.Host, await database.AddHostAsync()];
        var rounds = Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1" ? 1_000 : 3;
        for (var round = 0; round < rounds; round++)
        {
            var instance = await database.Host.StartFlowAsync([.. Enumerable.Range(100, voters).Select(voter => (long)voter)]);

            var results = await Task.WhenAll(Enumerable.Range(0, voters).Select(vote => Task.Run(() => hosts[vote % 2].ApproveAsync(instance, 100 + vote, 3 + vote))));

            Assert.All(results, result => Assert.IsType<FlowResult.Done>(result));
            var state = await database.Host.ReadAsync(instance);
            Assert.Equal((FlowStatus.Approved, voters + 1L), (state.Instance.Status, state.Instance.Version));
            Assert.All(state.Seats.Values, seat => Assert.Equal(SeatStatus.Approved, seat.Status));
            Assert.Equal(voters + 1, (await database.Host.ReadActionsAsync(instance)).Count);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task D3_SameSeatTwice_IsRefusedTheSecondTime(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var instance = await database.Host.StartFlowAsync(7, 8);
        Done(await database.Host.ApproveAsync(instance, 7, 3));
        var before = await database.Host.ReadAsync(instance);

        Assert.Equal("seat-closed", Refused(await database.Host.ApproveAsync(instance, 7, 3)));
        Assert.Equal("not-holder", Refused(await database.Host.ApproveAsync(instance, 7, 4)));
        Assert.Equal("flow.instance-gone", Refused(await database.Host.ApproveAsync(instance + 1, 7, 3)));
        Assert.Equal(before.Instance.Version, (await database.Host.ReadAsync(instance)).Instance.Version);
        Assert.Equal(["submitted", "approved"], await database.Host.ReadActionsAsync(instance));
    }

    [Theory]
    [EveryDatabase]
    public async Task G26_SameCommandTwice_OnTwoNodesAtOnce_GetsOneVoteAndOneAnswer(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var other = await database.AddHostAsync();
        var instance = await database.Host.StartFlowAsync(7, 8);
        var click = Approve(7, 3);

        var answers = await Task.WhenAll(database.Host.RunAsync(instance, click), other.RunAsync(instance, click));

        Assert.Equal(Done(answers[0]), Done(answers[1]));
        Assert.Equal(["submitted", "approved"], await database.Host.ReadActionsAsync(instance));
        Done(await database.Host.ApproveAsync(instance, 8, 4));
        Assert.Equal(answers[0], await database.Host.RunAsync(instance, click));
        Assert.Equal("flow.command-reused", Refused(await database.Host.RunAsync(instance, click with { ActorId = 8 })));
    }

    [Theory]
    [EveryDatabase]
    public async Task Start_SameCommandTwiceAtOnce_BeginsOneInstance(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var other = await database.AddHostAsync();
        var (order, submit, actor) = (await database.Host.AddOrderAsync(), Submit(7), Member(FlowStates.Initiator));

        var answers = await Task.WhenAll(
            database.Host.Engine.StartAsync(FlowHost.Flow, order, submit, actor, Cancellation), other.Engine.StartAsync(FlowHost.Flow, order, submit, actor, Cancellation));

        Assert.Equal(Done(answers[0]), Done(answers[1]));
        Assert.Single(await database.Host.Queries.ListAsync(order, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task D28_Start_OfOneRecordByManyAtOnce_BeginsOneInstance(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        FlowHost[] hosts = [database.Host, await database.AddHostAsync()];
        var (order, actor) = (await database.Host.AddOrderAsync(), Member(FlowStates.Initiator));

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(start => Task.Run(() => hosts[start % 2].Engine.StartAsync(FlowHost.Flow, order, Submit(7), actor, Cancellation))));

        Assert.Single(results.OfType<FlowResult.Done>());
        Assert.Equal(Enumerable.Repeat("flow.running-already", 5), results.OfType<FlowResult.Refused>().Select(refused => refused.Diagnostic.Code));
    }

    [Theory]
    [EveryDatabase]
    public async Task Start_OfARecordThatIsGone_IsRefused(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);

        Assert.Equal("flow.record-gone", Refused(await database.Host.Engine.StartAsync(FlowHost.Flow, 999_999, Submit(7), Member(7), Cancellation)));
        Assert.Equal("flow.unknown", Refused(await database.Host.Engine.StartAsync("holiday", 999_999, Submit(7), Member(7), Cancellation)));
        var viewed = Member(7) with { SeenBy = new(1, "admin") };
        Assert.Equal("access.only-viewing", Refused(await database.Host.Engine.StartAsync(FlowHost.Flow, await database.Host.AddOrderAsync(), Submit(7), viewed, Cancellation)));
        Assert.Equal("record.actor.inactive", Refused(await database.Host.Engine.StartAsync(FlowHost.Flow, await database.Host.AddOrderAsync(), Submit(7), Member(FlowDatabase.Leaver), Cancellation)));
    }

    [Theory]
    [EveryDatabase]
    public async Task G22_Withdrawal_WhileAVoteIsCommitted_ComesBeforeOrAfterIt(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var other = await database.AddHostAsync();
        for (var round = 0; round < 10; round++)
        {
            var instance = await database.Host.StartFlowAsync(7);
            var withdraw = new FlowEvent.Withdraw { CommandId = Guid.NewGuid(), ActorId = FlowStates.Initiator };

            var results = await Task.WhenAll(database.Host.ApproveAsync(instance, 7, 3), other.RunAsync(instance, withdraw));

            var won = Assert.Single(results.OfType<FlowResult.Done>());
            Assert.True(Assert.Single(results.OfType<FlowResult.Refused>()).Diagnostic.Code is "seat-closed" or "ended");
            Assert.Equal(won.Status, (await database.Host.ReadAsync(instance)).Instance.Status);
            Assert.Equal(2, (await database.Host.ReadActionsAsync(instance)).Count);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task D40_Vote_AtTheInstantOfTheTimeout_OneOfThemWins(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var other = await database.AddHostAsync();
        for (var round = 0; round < 10; round++)
        {
            var instance = await database.Host.StartFlowAsync(7);
            await database.Host.ChangeAsync(
                instance, state => state with { Timers = FlowStates.Rows([new FlowTimer { Id = 9, ScopeId = 2, Kind = "timeout", DueAt = PublishedDatabase.Now }], timer => timer.Id) });

            await Task.WhenAll(database.Host.ApproveAsync(instance, 7, 3), other.RunAsync(instance, new FlowEvent.Fire(9) { CommandId = Guid.NewGuid() }));

            var state = await database.Host.ReadAsync(instance);
            var last = (await database.Host.ReadActionsAsync(instance))[^1];
            Assert.Equal(state.Instance.Status == FlowStatus.Approved ? ("approved", TimerStatus.Cancelled) : ("timed-out", TimerStatus.Fired), (last, state.Timers[9].Status));
            Assert.Equal(2, (await database.Host.ReadActionsAsync(instance)).Count);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task D14_DeadlockAtAnyStatement_IsTriedAgainUnseen(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var places = await CountAsync(database, await database.Host.StartFlowAsync(7));
        for (var place = 1; place <= places; place++)
        {
            var instance = await database.Host.StartFlowAsync(7);
            var (failing, reached) = (place, 0);
            database.Host.Connections.Watch = _ =>
            {
                if (++reached == failing)
                {
                    throw new LostTransaction();
                }
            };

            Assert.Equal(FlowStatus.Approved, Done(await database.Host.ApproveAsync(instance, 7, 3)).Status);
            database.Host.Connections.Watch = null;
            Assert.True(reached > failing, $"Statement {place} was not tried again.");
            Assert.Equal(["submitted", "approved"], await database.Host.ReadActionsAsync(instance));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task D15_ConflictEveryTime_IsToldAndChangesNothing(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var instance = await database.Host.StartFlowAsync(7);
        database.Host.Connections.Watch = _ => throw new FlowConflictException();

        Assert.Equal("flow.busy", Refused(await database.Host.ApproveAsync(instance, 7, 3)));
        database.Host.Connections.Watch = null;
        Assert.Equal(["submitted"], await database.Host.ReadActionsAsync(instance));
        Done(await database.Host.ApproveAsync(instance, 7, 3));
    }

    [Fact]
    public async Task D39_Commands_HoldOneConnectionEach()
    {
        await using var database = await FlowDatabase.CreateAsync(DatabaseProvider.PostgreSql, FlowQuestionTests.Asking("[total] > 0"));
        var instance = await database.Host.StartFlowAsync(7, 8);
        var single = new NpgsqlConnectionStringBuilder(database.Published.Database.Target.ConnectionString) { MaxPoolSize = 1, Timeout = 5 }.ConnectionString;
        using var host = await StartAsync(WorkspaceConnections.For(DatabaseTarget.Parse(single, "test", new())!), FlowQuestionTests.Asking("[total] > 0"));

        Done(await host.ApproveAsync(instance, 7, 3));
        Assert.Equal(FlowStatus.Approved, Done(await host.ApproveAsync(instance, 8, 4)).Status);
    }

    private static async Task<int> CountAsync(FlowDatabase database, long instance)
    {
        var count = 0;
        database.Host.Connections.Watch = _ => count++;
        Done(await database.Host.ApproveAsync(instance, 7, 3));
        database.Host.Connections.Watch = null;
        return count;
    }

    /// <summary>As a database ends one of two transactions that wait for each other.</summary>
    private sealed class LostTransaction() : DbException("deadlock")
    {
        public override string SqlState => "40P01";
    }
}
