using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Flows.RequestDatabase;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>Changes of the record and the decision are one command (rules 18, 24, 43, 44, 54), and what changed is known without being told (rule 39).</summary>
public sealed class TaskRecordTests
{
    private const string Buy = """
        {
          "key": "buy", "label": {"zh-CN": "采购审批"}, "form": "request", "sequence": ["boss", "check", "pay"],
          "blocks": {
            "boss": {"type": "approval", "settings": {"assignees": [{"kind": "members", "members": ["m7"]}], "fields": {"amount": "edit", "note": "require"}}},
            "check": {"type": "condition", "settings": {"when": "[amount] <= 200", "message": {"zh-CN": "超过预算。"}}},
            "pay": {"type": "handle", "settings": {"assignees": [{"kind": "members", "members": ["m8"]}], "fields": {"line": "require"}}}
          }
        }
        """;

    private const string Twice = """
        {
          "key": "buy", "label": {"zh-CN": "采购审批"}, "form": "request", "sequence": ["boss", "pay", "mark", "again"],
          "blocks": {
            "boss": {"type": "approval", "settings": {"assignees": [{"kind": "members", "members": ["m7"]}]}},
            "pay": {"type": "handle", "settings": {"assignees": [{"kind": "members", "members": ["m8"]}], "fields": {"amount": "edit"}}},
            "mark": {"type": "update", "settings": {"values": {"note": "\"paid\""}}},
            "again": {"type": "approval", "settings": {"assignees": [{"kind": "members", "members": ["m7"]}], "duplicates": "any-earlier"}}
          }
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Rule22_Batch_EachByItself_AndNothingThatAStepRequiresIsPassedOver(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var instances = new List<long>();
        foreach (var note in new[] { "好", null, "好", "好" })
        {
            var record = await database.AddAsync();
            Assert.Equal("", await database.ProblemsAsync(Member(Clerk), Input(record, ("note", note is null ? InputValue.Blank : InputValue.Of(note)))));
            instances.Add(FlowHost.Done(await database.Host.Engine.StartAsync("buy", record, Submit(), Member(Clerk), Cancellation)).InstanceId);
        }

        var commands = new List<(long, FlowEvent.SeatCommand)>();
        foreach (var instance in instances)
        {
            commands.Add((instance, Approve(await database.SeatAsync(instance, "boss"))));
        }

        FlowHost.Done(await database.Host.RunAsync(instances[2], Approve(await database.SeatAsync(instances[2], "boss"))));
        var results = await database.Host.Engine.RunEachAsync(commands, Member(Boss), Cancellation);

        Assert.Equal([true, false, false, true], results.Select(result => result is FlowResult.Done));
        Assert.Equal("flow.already-decided", Refused(results[2]));
        await database.SeatAsync(instances[1], "boss");
        await database.SeatAsync(instances[3], "pay");
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule43_Approve_WithTheRecord_StoresBothOrNeither(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (record, instance) = await database.StartAsync();
        var seat = await database.SeatAsync(instance, "boss");

        Assert.Equal("access.field-refused", Refused(await RunAsync(database, instance, Approve(seat), Input(null, ("cost", InputValue.Of(1m)), ("note", InputValue.Of("好"))))));
        Assert.Equal("flow.node.check-failed", Refused(await RunAsync(database, instance, Approve(seat), Input(null, ("amount", InputValue.Of(300m)), ("note", InputValue.Of("好"))))));
        Assert.Equal((100m, null, FlowStatus.Running), await ReadAsync(database, record, instance));
        Assert.Equal(1, (await database.Host.ReadAsync(instance)).Instance.Version);

        FlowHost.Done(await RunAsync(database, instance, Approve(seat), Input(null, ("amount", InputValue.Of(150m)), ("note", InputValue.Of("好")))));
        Assert.Equal((150m, "好", FlowStatus.Running), await ReadAsync(database, record, instance));
        Assert.Equal("flow", await database.Published.QueryAsync("SELECT through FROM sys_history ORDER BY id DESC LIMIT 1"));
        Assert.NotNull(await database.SeatAsync(instance, "pay"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule43_Approve_ByADirector_ChangesNoMoreThanHisStepLetsHim(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy.Replace("m7", "m5", StringComparison.Ordinal));
        var (_, instance) = await database.StartAsync();
        var seat = await database.SeatAsync(instance, "boss");

        var refused = Assert.IsType<FlowResult.Refused>(await RunAsync(database, instance, Approve(seat), Input(null, ("cost", InputValue.Of(1m)), ("note", InputValue.Of("好")))));
        Assert.Equal("cost", Assert.Single(Assert.IsType<SaveResult.Invalid>(refused.Record).Problems, problem => problem.Diagnostic.Code == "access.field-refused").Diagnostic.Path);
        Assert.Equal("access.field-refused", Refused(await database.Host.Engine.RunAsync(instance, Approve(seat), Input(null, ("cost", InputValue.Of(1m)), ("note", InputValue.Of("好"))), new(Director, "m5", IsAdministrator: true), Cancellation)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule18_Version_ThatAColleagueHasChanged_RefusesTheWholeCommandAndSaysWho(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (record, instance) = await database.StartAsync();
        var seat = await database.SeatAsync(instance, "boss");
        var seen = (await database.FindAsync(record, Member(Boss)))!.Version;
        Assert.Equal("", await database.ProblemsAsync(Member(Boss), Input(record, ("amount", InputValue.Of(120m)))));

        var refused = Assert.IsType<FlowResult.Refused>(await RunAsync(database, instance, Approve(seat), Input(null, ("note", InputValue.Of("好"))) with { Version = seen }));

        Assert.Equal("flow.record-conflict", refused.Diagnostic.Code);
        Assert.Contains("member 7", refused.Diagnostic.Message.Chinese, StringComparison.Ordinal);
        Assert.Equal(["amount", "margin"], Assert.IsType<SaveResult.Conflict>(refused.Record).Change.Fields.Select(field => field.Key));
        Assert.Equal((120m, null, FlowStatus.Running), await ReadAsync(database, record, instance));
        Assert.NotNull(await database.SeatAsync(instance, "boss"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule18_KeepDraft_StoresTheRecordAndTheOpinionAndLeavesTheTask(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (record, instance) = await database.StartAsync();
        var seat = await database.SeatAsync(instance, "boss");

        var keep = new FlowEvent.KeepDraft { CommandId = Guid.NewGuid(), ActorId = Boss, SeatId = seat.Id, Opinion = "再看看" };
        FlowHost.Done(await RunAsync(database, instance, keep, Input(null, ("amount", InputValue.Of(120m)))));

        Assert.Equal("再看看", (await database.SeatAsync(instance, "boss")).Opinion);
        Assert.Equal((120m, null, FlowStatus.Running), await ReadAsync(database, record, instance));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule44_RequiredFields_AreAskedForByWhateverDoor(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (record, instance) = await database.StartAsync();
        var seat = await database.SeatAsync(instance, "boss");

        Assert.Equal("record.required", Refused(await database.Host.RunAsync(instance, Approve(seat))));
        Assert.Equal("record.required", Refused(await RunAsync(database, instance, Approve(seat), Input(null, ("amount", InputValue.Of(120m))))));
        Assert.Equal((100m, null, FlowStatus.Running), await ReadAsync(database, record, instance));
        FlowHost.Done(await database.Host.RunAsync(instance, new FlowEvent.KeepDraft { CommandId = Guid.NewGuid(), ActorId = Boss, SeatId = seat.Id }));

        Assert.Equal("", await database.ProblemsAsync(Member(Boss), Input(record, ("note", InputValue.Of("好")))));
        FlowHost.Done(await database.Host.RunAsync(instance, Approve(seat)));

        var pay = await database.SeatAsync(instance, "pay");
        var complete = new FlowEvent.Complete { CommandId = Guid.NewGuid(), ActorId = Payer, SeatId = pay.Id };
        var noLines = new RecordInput { Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [] } };
        Assert.Equal("record.required", Refused(await RunAsync(database, instance, complete, noLines)));
        FlowHost.Done(await database.Host.RunAsync(instance, complete));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule44_Reject_NeedsNoFields(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (_, instance) = await database.StartAsync();
        var seat = await database.SeatAsync(instance, "boss");

        var reject = new FlowEvent.Reject { CommandId = Guid.NewGuid(), ActorId = Boss, SeatId = seat.Id };
        Assert.Equal("flow.record-unexpected", Refused(await RunAsync(database, instance, reject, Input(null, ("amount", InputValue.Of(1m))))));
        Assert.Equal(FlowStatus.Rejected, FlowHost.Done(await database.Host.RunAsync(instance, reject)).Status);
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule24_Resubmit_WithTheRecord_IsOneCommand(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (record, instance) = await database.StartAsync();
        var seat = await database.SeatAsync(instance, "boss");
        Assert.Equal("flow.not-running", Refused(await RunAsync(database, instance, Submit(), Input(null, ("amount", InputValue.Of(130m))))));
        FlowHost.Done(await database.Host.RunAsync(instance, new FlowEvent.SendBack { CommandId = Guid.NewGuid(), ActorId = Boss, SeatId = seat.Id, ToInitiator = true }));

        FlowHost.Done(await RunAsync(database, instance, Submit(), Input(null, ("amount", InputValue.Of(130m)))));

        Assert.Equal((130m, null, FlowStatus.Running), await ReadAsync(database, record, instance));
        Assert.Equal("record.locked-by-flow", (await database.ProblemsAsync(Member(Clerk), Input(record, ("amount", InputValue.Of(140m))))).Split("; ")[0]);
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule57_Submit_OfANewRecord_StoresItWithItsInstanceOnce(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var submit = Submit();
        var input = Input(null, ("name", InputValue.Of("笔")), ("amount", InputValue.Of(10m)));

        var first = FlowHost.Done(await database.Host.Engine.StartAsync("buy", input, submit, Member(Clerk), Cancellation));
        var again = FlowHost.Done(await database.Host.Engine.StartAsync("buy", input, submit, Member(Clerk), Cancellation));

        Assert.Equal(first.InstanceId, again.InstanceId);
        Assert.Equal(1L, Convert.ToInt64(await database.Published.QueryAsync("SELECT COUNT(*) FROM request"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("access.refused-form", Refused(await database.Host.Engine.StartAsync("buy", input, Submit() with { ActorId = Boss }, Member(Boss), Cancellation)));
        Assert.Equal(1L, Convert.ToInt64(await database.Published.QueryAsync("SELECT COUNT(*) FROM request"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule39_Change_ByAColleague_IsSeenByTheEngineAndOneOfTheFlowIsNot(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Twice);

        Assert.Equal(FlowStatus.Approved, await CompleteAsync(database, null, null));
        Assert.Equal(FlowStatus.Running, await CompleteAsync(database, Input(null, ("amount", InputValue.Of(120m))), null));
        Assert.Equal(FlowStatus.Running, await CompleteAsync(database, null, Input(null, ("amount", InputValue.Of(120m)))));
        Assert.Equal(FlowStatus.Approved, await CompleteAsync(database, Input(null, ("amount", InputValue.Of(100m))), null));
    }

    /// <summary>The boss approves, the payer completes: whether the boss has to approve again.</summary>
    /// <param name="with">What comes with completing.</param>
    /// <param name="before">What the payer saves before he completes.</param>
    private static async Task<FlowStatus> CompleteAsync(RequestDatabase database, RecordInput? with, RecordInput? before)
    {
        var (record, instance) = await database.StartAsync();
        FlowHost.Done(await database.Host.RunAsync(instance, Approve(await database.SeatAsync(instance, "boss"))));
        if (before is not null)
        {
            Assert.Equal("", await database.ProblemsAsync(Member(Payer), before with { Id = record }));
        }

        var complete = new FlowEvent.Complete { CommandId = Guid.NewGuid(), ActorId = Payer, SeatId = (await database.SeatAsync(instance, "pay")).Id };
        return FlowHost.Done(with is null ? await database.Host.RunAsync(instance, complete) : await RunAsync(database, instance, complete, with)).Status;
    }

    private static string Refused(FlowResult result) => FlowHost.Refused(result);

    private static Task<FlowResult> RunAsync(RequestDatabase database, long instance, FlowEvent.Command command, RecordInput record)
        => database.Host.Engine.RunAsync(instance, command, record, Member(command.ActorId), Cancellation);

    private static async Task<(decimal? Amount, string? Note, FlowStatus Status)> ReadAsync(RequestDatabase database, long record, long instance)
    {
        var row = (await database.FindAsync(record, Actor.System))!;
        return ((decimal?)row[database.Form["amount"]].Content, (string?)row[database.Form["note"]].Content, (await database.Host.ReadAsync(instance)).Instance.Status);
    }
}
