using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Inbox;
using LowCodeErp.Runtime.Flows.Operations;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Flows.RequestDatabase;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>What members find in their lists, and what they may open.</summary>
public sealed class InboxTests
{
    private const string TwoSteps = """
        {
          "key": "buy", "label": {"zh-CN": "采购审批"}, "form": "request", "starts": [{"on": "submit"}],
          "sequence": ["boss", "payer"],
          "blocks": {
            "boss": {"type": "approval", "label": {"zh-CN": "主管审批"}, "settings": {"assignees": [{"kind": "members", "members": ["m7"]}], "timeouts": [{"hours": 1}]}},
            "payer": {"type": "approval", "settings": {"assignees": [{"kind": "members", "members": ["m8"]}]}}
          }
        }
        """;

    private static readonly DateTime Long = new(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Lists_FollowAnInstance(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, TwoSteps);
        var (_, instance) = await database.StartAsync();

        var task = Assert.Single(await ReadAsync(database, InboxList.ToDo, Boss));
        Assert.Equal((instance, "纸", "boss", (long?)Clerk), (task.InstanceId, task.Title, task.Block, task.InitiatorId));
        Assert.True(task.IsUnread && task.DueAt is not null && !task.IsUnclaimed);
        Assert.Empty(await ReadAsync(database, InboxList.ToDo, Payer));
        Assert.Equal(FlowStatus.Running, Assert.Single(await ReadAsync(database, InboxList.Mine, Clerk)).Status);

        await ApproveAsync(database, instance, "boss");
        Assert.Empty(await ReadAsync(database, InboxList.ToDo, Boss));
        Assert.Equal((FlowActions.Approved, "boss"), Of(Assert.Single(await ReadAsync(database, InboxList.Done, Boss))));
        Assert.Equal("payer", Assert.Single((await database.Host.Inbox.ReadOpenAsync([instance], Cancellation))[instance]).Block);

        await ApproveAsync(database, instance, "payer");
        Assert.Equal(FlowStatus.Approved, Assert.Single(await ReadAsync(database, InboxList.Mine, Clerk)).Status);
        Assert.Empty(await ReadAsync(database, InboxList.Mine, Clerk, query => query with { OnlyOpen = true }));
    }

    [Theory]
    [EveryDatabase]
    public async Task Reading_IsSeenInTheList(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, TwoSteps);
        var (_, instance) = await database.StartAsync();
        var seat = await database.SeatAsync(instance, "boss");

        await database.Host.RunAsync(instance, new FlowEvent.Read { CommandId = Guid.NewGuid(), ActorId = Boss, SeatId = seat.Id });

        Assert.False(Assert.Single(await ReadAsync(database, InboxList.ToDo, Boss)).IsUnread);
    }

    [Theory]
    [EveryDatabase]
    public async Task ToDo_OverdueFirst_PageByPage_EachOnce(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, TwoSteps);
        var instances = new List<long>();
        for (var count = 0; count < 5; count++)
        {
            instances.Add((await database.StartAsync()).Instance);
        }

        await ApproveAsync(database, instances[0], "boss");
        var lists = new[] { FlowTasks.OfMember(Boss), FlowTasks.OfMember(Payer) };
        var found = new List<InboxEntry>();
        while (true)
        {
            var page = await database.Host.Inbox.ReadAsync(new(InboxList.ToDo, Boss, lists, Long) { Take = 2, After = found.LastOrDefault() }, Cancellation);
            found.AddRange(page);
            if (page.Count < 2)
            {
                break;
            }
        }

        // Those of the boss are overdue by then; the payer's step has no timeout.
        Assert.Equal([.. instances.Skip(1), instances[0]], found.Select(entry => entry.InstanceId));
        Assert.Equal([true, true, true, true, false], found.Select(entry => entry.IsOverdue));
    }

    [Theory]
    [EveryDatabase]
    public async Task Search_AndFlow_NarrowEachList(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, TwoSteps);
        var (_, instance) = await database.StartAsync();
        await ApproveAsync(database, instance, "boss");

        foreach (var (list, member) in new[] { (InboxList.ToDo, Payer), (InboxList.Done, Boss), (InboxList.Mine, Clerk) })
        {
            Assert.Single(await ReadAsync(database, list, member, query => query with { Search = " 纸 ", Flow = "buy" }));
            Assert.Empty(await ReadAsync(database, list, member, query => query with { Search = "%" }));
            Assert.Empty(await ReadAsync(database, list, member, query => query with { Flow = "sell" }));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Counts_ByFlow_WithWhatIsOverdue_InTwoStatements(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, TwoSteps);
        await database.StartAsync();
        await database.StartAsync();
        var counts = InboxCounts.None;

        var commands = await RecordedCommands.DuringAsync(async () => counts = await database.Host.Inbox.CountAsync(Boss, [FlowTasks.OfMember(Boss)], Long, Cancellation));

        Assert.Equal((2, 2, 2, 0), (counts.Tasks, counts.TasksByFlow["buy"], counts.Overdue, counts.UnreadCopies));
        Assert.Equal(2, commands.Count);
    }

    [Theory]
    [EveryDatabase]
    public async Task Open_OnlyForWhoHasAPart_OrMaySeeTheRecord(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, TwoSteps);
        var (_, instance) = await database.StartAsync();

        var boss = Assert.IsType<FlowOpening.Opened>(await database.Host.Desk.OpenAsync(instance, null, Member(Boss), Cancellation)).View;
        Assert.True(boss.IsHisTurn && boss.Offer.Has(FlowOperation.Approve));
        var clerk = Assert.IsType<FlowOpening.Opened>(await database.Host.Desk.OpenAsync(instance, null, Member(Clerk), Cancellation)).View;
        Assert.False(clerk.IsHisTurn);
        Assert.True(clerk.Offer.Has(FlowOperation.Withdraw) && !clerk.Offer.Has(FlowOperation.Approve));
        Assert.Empty(Assert.IsType<FlowOpening.Opened>(await database.Host.Desk.OpenAsync(instance, null, Member(Director), Cancellation)).View.Offer.Operations);
        Assert.Equal("flow.not-yours", Assert.IsType<FlowOpening.Refused>(await database.Host.Desk.OpenAsync(instance, null, Member(Payer), Cancellation)).Diagnostic.Code);
        Assert.Equal("flow.instance-gone", Assert.IsType<FlowOpening.Refused>(await database.Host.Desk.OpenAsync(instance + 1, null, Member(Boss), Cancellation)).Diagnostic.Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task RemindingAndCopying_AreForWhoHasAPart(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, TwoSteps);
        var (_, instance) = await database.StartAsync();
        Task<FlowResult> RunAsync(FlowEvent.Command command) => database.Host.Engine.RunAsync(instance, command, Member(command.ActorId), Cancellation);

        Assert.Equal("flow.not-initiator", CodeOf(await RunAsync(new FlowEvent.Remind { CommandId = Guid.NewGuid(), ActorId = Director })));
        Assert.Equal("flow.not-participant", CodeOf(await RunAsync(new FlowEvent.Copy([Payer]) { CommandId = Guid.NewGuid(), ActorId = Director })));
        Assert.Equal(["submitted"], (await database.Host.ReadActionsAsync(instance)).Where(action => action is "submitted" or "reminded" or "copied"));

        Assert.IsType<FlowResult.Done>(await RunAsync(new FlowEvent.Remind { CommandId = Guid.NewGuid(), ActorId = Clerk }));
        Assert.IsType<FlowResult.Done>(await RunAsync(new FlowEvent.Copy([Payer]) { CommandId = Guid.NewGuid(), ActorId = Boss }));
    }

    [Theory]
    [EveryDatabase]
    public async Task Foresight_TellsWhatHappens_AndStoresNothing(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, TwoSteps);
        var (_, instance) = await database.StartAsync();
        var before = await database.Host.ReadAsync(instance);
        var approve = Approve(await database.SeatAsync(instance, "boss"));

        var foresight = await database.Host.Engine.ForeseeAsync(instance, approve, Member(Boss), Cancellation);

        Assert.Equal((FlowStatus.Running, Payer), (foresight!.Status, Assert.Single(foresight.Next).HolderId));
        Assert.Equal(before.Instance.Version, (await database.Host.ReadAsync(instance)).Instance.Version);
        Assert.Null(await database.Host.Engine.ForeseeAsync(instance, approve with { ActorId = Payer }, Member(Payer), Cancellation));
        Assert.IsType<FlowResult.Done>(await database.Host.Engine.RunAsync(instance, approve, Member(Boss), Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task News_NameTheListsThatChanged(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, TwoSteps);
        var news = new List<FlowNewsItem>();
        database.Host.News.Arrived += news.Add;

        var (_, instance) = await database.StartAsync();
        await ApproveAsync(database, instance, "boss");

        Assert.Equal(["member:7", "member:7 member:8"], news.Select(item => string.Join(' ', item.Asked.Order(StringComparer.Ordinal))));
        Assert.All(news, item => Assert.Equal((instance, (long?)Clerk), (item.InstanceId, item.InitiatorId)));
    }

    private static (string?, string?) Of(InboxEntry entry) => (entry.Action, entry.Block);

    private static string CodeOf(FlowResult result) => Assert.IsType<FlowResult.Refused>(result).Diagnostic.Code;

    private static async Task ApproveAsync(RequestDatabase database, long instance, string block)
    {
        var seat = await database.SeatAsync(instance, block);
        Assert.IsType<FlowResult.Done>(await database.Host.Engine.RunAsync(instance, Approve(seat), Member(seat.HolderId!.Value), Cancellation));
    }

    private static Task<IReadOnlyList<InboxEntry>> ReadAsync(RequestDatabase database, InboxList list, long member, Func<InboxQuery, InboxQuery>? narrow = null)
    {
        var query = new InboxQuery(list, member, [FlowTasks.OfMember(member)], DateTime.UnixEpoch);
        return database.Host.Inbox.ReadAsync(narrow is null ? query : narrow(query), Cancellation);
    }
}
