using LowCodeErp.Core.Values;
using LowCodeErp.Data.Flows;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using LowCodeErp.Data.Tests.Auditing;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Flows.Work;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Flows.RequestDatabase;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>Instances that begin because of what is saved, and on schedule.</summary>
public sealed class FlowStartTests
{
    private readonly SetClock _clock = new() { Now = TimeProvider.System.GetUtcNow().AddMinutes(1) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Created_BeginsOneInstance_ForWhoeverSaved(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Flow("""{"on": "created"}, {"on": "changed"}"""));
        var record = await database.AddAsync();

        Assert.Empty(await database.Host.Queries.ListAsync(record, Cancellation));
        Assert.Empty(await BeginAsync(database));
        Assert.Empty(await BeginAsync(database));

        var instance = Assert.Single(await database.Host.Queries.ListAsync(record, Cancellation));
        Assert.Equal((FlowStatus.Running, Clerk), (instance.Status, instance.InitiatorId));
        await database.SeatAsync(instance.Id, "boss");
        Assert.Equal(0L, Convert.ToInt64(await database.Published.QueryAsync("SELECT COUNT(*) FROM sys_flow_start"), null));
    }

    [Theory]
    [EveryDatabase]
    public async Task Created_SaveOfManyRecords_TakesTheStatementsOfOne(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Flow("""{"on": "submit"}"""));
        var (plain, plainMany) = (await CountAsync(database, 1), await CountAsync(database, 50));
        await database.PublishAsync(Flow("""{"on": "created"}"""));
        var (begun, begunMany) = (await CountAsync(database, 1), await CountAsync(database, 50));

        // SQLite, which is asked without a round trip, gets rows one by one.
        Assert.Equal((plain.Statements + 1, plainMany.Statements + 1), (begun.Statements, begunMany.Statements));
        Assert.Equal((0, 0, 1, provider == DatabaseProvider.Sqlite ? 50 : 1), (plain.Notes, plainMany.Notes, begun.Notes, begunMany.Notes));
    }

    [Theory]
    [EveryDatabase]
    public async Task Changed_OnlyWhereTheFieldsAndTheConditionSaySo(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Flow("""{"on": "changed", "fields": ["amount"], "when": "[amount] > OLD([amount])"}"""));
        var record = await database.AddAsync();
        async Task<int> AfterAsync(string field, InputValue value)
        {
            Assert.IsType<SaveResult.Saved>(await database.SaveAsync(Member(Clerk), Input(record, (field, value))));
            Assert.Empty(await BeginAsync(database));
            return (await database.Host.Queries.ListAsync(record, Cancellation)).Count;
        }

        Assert.Equal(0, await AfterAsync("note", InputValue.Of("好")));
        Assert.Equal(0, await AfterAsync("amount", InputValue.Of(50m)));
        Assert.Equal(1, await AfterAsync("amount", InputValue.Of(70m)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Created_WhatIsNotCommitted_BeginsNothing(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Flow("""{"on": "created"}"""));
        await using (var transaction = await database.Host.Records.BeginAsync(Cancellation))
        {
            Assert.IsType<SaveResult.Saved>(await database.Host.Pipeline.SaveAsync(new(database.Form, [Input(null, ("name", InputValue.Of("纸")))], Member(Clerk), ChangeSource.Page), transaction, Cancellation));
        }

        Assert.Empty(await BeginAsync(database));
        Assert.Equal(0L, Convert.ToInt64(await database.Published.QueryAsync("SELECT COUNT(*) FROM sys_flow_instance"), null));
    }

    [Theory]
    [EveryDatabase]
    public async Task D28_TwoNodesBeginTheSameOne_ThereIsOneInstance(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Flow("""{"on": "created"}"""));
        var record = await database.AddAsync();
        var start = Assert.Single(await Starts(database).FindDueAsync(_clock.Now.UtcDateTime, 10, Cancellation));

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.Host.Engine.BeginAsync(start, Cancellation)));

        Assert.Single(results.Select(result => FlowHost.Done(result).InstanceId).Distinct());
        Assert.Single(await database.Host.Queries.ListAsync(record, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Created_WhatCannotBegin_IsKeptWithTheReason_AndBeginsOnceItIsMended(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Flow("""{"on": "created"}""").Replace("""{"kind": "members", "members": ["m7"]}""", """{"kind": "initiator"}], "whenSelf": "forbid", "timeouts": [""", StringComparison.Ordinal));
        var record = await database.AddAsync();

        Assert.Equal("flow.self-forbidden", Assert.Single(await BeginAsync(database)).Reason.Code);
        Assert.Empty(await BeginAsync(database));
        Assert.Equal("flow.self-forbidden", await database.Published.QueryAsync("SELECT code FROM sys_flow_start"));

        await database.PublishAsync(Flow("""{"on": "created"}"""));
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.Empty(await BeginAsync(database));
        Assert.Single(await database.Host.Queries.ListAsync(record, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Created_ConditionThatCannotBeReckoned_IsToldAndDoesNotKeepAnybodyFromSaving(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Flow("""{"on": "created", "when": "[amount] / [cost] > 1"}"""));

        Assert.IsType<SaveResult.Saved>(await database.SaveAsync(Member(Clerk), Input(null, ("amount", InputValue.Of(1m)), ("cost", InputValue.Of(0m)))));

        Assert.Empty(await BeginAsync(database));
        Assert.Equal("flow.formula.failed", await database.Published.QueryAsync("SELECT code FROM sys_flow_start WHERE next_at IS NULL"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Changed_FlowsThatSetEachOtherGoing_EndAndAreTold(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, """
            {
              "key": "buy", "label": {"zh-CN": "加一"}, "form": "request", "starts": [{"on": "changed", "fields": ["amount"]}], "sequence": ["add"],
              "blocks": {"add": {"type": "update", "settings": {"values": {"amount": "[amount] + 1"}}}}
            }
            """);
        var record = await database.AddAsync();
        Assert.IsType<SaveResult.Saved>(await database.SaveAsync(Member(Clerk), Input(record, ("amount", InputValue.Of(1m)))));

        for (var round = 0; round < 20; round++)
        {
            Assert.Empty(await BeginAsync(database));
        }

        Assert.Equal(11, (await database.Host.Queries.ListAsync(record, Cancellation)).Count);
        Assert.Equal("flow.too-deep", await database.Published.QueryAsync("SELECT code FROM sys_flow_start"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Schedule_BeginsForEveryRecordThatMeetsTheCondition_OnceForWhatWasMissed(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Flow("""{"on": "schedule", "schedule": "0 0 8 ? * *", "when": "[amount] >= 100"}"""));
        var (large, small) = (await database.AddAsync(), await database.AddAsync());
        Assert.IsType<SaveResult.Saved>(await database.SaveAsync(Member(Clerk), Input(small, ("amount", InputValue.Of(1m)))));
        await ScanAsync(database);
        Assert.Empty(await BeginAsync(database));
        Assert.Empty(await database.Host.Queries.ListAsync(large, Cancellation));

        // No node ran for three days.
        _clock.Now += TimeSpan.FromDays(3);
        await Task.WhenAll(ScanAsync(database), ScanAsync(database));
        await ScanAsync(database);
        Assert.Equal(1L, Convert.ToInt64(await database.Published.QueryAsync("SELECT COUNT(*) FROM sys_flow_start"), null));
        Assert.Empty(await BeginAsync(database));

        var instance = Assert.Single(await database.Host.Queries.ListAsync(large, Cancellation));
        Assert.Null(instance.InitiatorId);
        Assert.Empty(await database.Host.Queries.ListAsync(small, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task D34_ScheduleThatANewVersionLeavesOut_BeginsNothing(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Flow("""{"on": "schedule", "schedule": "0 0 8 ? * *"}"""));
        var record = await database.AddAsync();
        await ScanAsync(database);

        await database.PublishAsync(Flow("""{"on": "submit"}"""));
        _clock.Now += TimeSpan.FromDays(2);
        await ScanAsync(database);

        Assert.Empty(await BeginAsync(database));
        Assert.Empty(await database.Host.Queries.ListAsync(record, Cancellation));
        Assert.Empty(await Starts(database).ReadSchedulesAsync(Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Submit_WhereTheConditionDoesNotHold_OrTheFlowIsNotBegunByHand_IsRefused(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Flow("""{"on": "submit", "when": "[amount] > 100"}, {"on": "button", "key": "ask", "label": {"zh-CN": "请示"}, "when": "[amount] > 50"}"""));
        var record = await database.AddAsync();
        Task<FlowResult> StartAsync(string? button) => database.Host.Engine.StartAsync("buy", record, Submit() with { Button = button }, Member(Clerk), Cancellation);

        Assert.Equal("flow.start-condition", FlowHost.Refused(await StartAsync(null)));
        Assert.Equal("flow.not-by-hand", FlowHost.Refused(await StartAsync("other")));
        FlowHost.Done(await StartAsync("ask"));

        await database.PublishAsync(Flow("""{"on": "created"}"""));
        Assert.Equal("flow.not-by-hand", FlowHost.Refused(await database.Host.Engine.StartAsync("buy", await database.AddAsync(), Submit(), Member(Clerk), Cancellation)));
    }

    private static string Flow(string starts) => $$$$"""
        {
          "key": "buy", "label": {"zh-CN": "采购审批"}, "form": "request", "starts": [{{{{starts}}}}], "sequence": ["boss"],
          "blocks": {"boss": {"type": "approval", "settings": {"assignees": [{"kind": "members", "members": ["m7"]}]}}}
        }
        """;

    /// <summary>Statements of one save of so many new records, as an import makes it, and those among them that note starts as the database gets them.</summary>
    private static async Task<(int Statements, int Notes)> CountAsync(RequestDatabase database, int records)
    {
        RecordInput[] inputs = [.. Enumerable.Range(1, records).Select(number => Input(null, ("name", InputValue.Of($"纸 {number}"))))];
        await using var transaction = (RecordTransaction)await database.Host.Records.BeginAsync(Cancellation);
        var commands = await RecordedCommands.DuringAsync(async () => Assert.IsType<SaveResult.Saved>(
            await database.Host.Pipeline.SaveAsync(new(database.Form, inputs, Member(Clerk), ChangeSource.Import), transaction, Cancellation)));
        return (transaction.StatementCount, commands.Count(command => command.Contains("sys_flow_start", StringComparison.Ordinal)));
    }

    private static FlowStarts Starts(RequestDatabase database) => new(database.Host.Connections);

    private Task<IReadOnlyList<(PendingStart Start, Core.Diagnostics.Diagnostic Reason)>> BeginAsync(RequestDatabase database)
        => new FlowStartRunner(Starts(database), database.Host.Engine, _clock).RunAsync(Cancellation);

    private Task ScanAsync(RequestDatabase database) => database.Host.NewScheduleScan(_clock).RunAsync(Cancellation);
}
