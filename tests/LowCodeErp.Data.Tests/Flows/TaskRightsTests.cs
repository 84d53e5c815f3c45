using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access.Explaining;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Flows.RequestDatabase;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>What a task gives its holder of the record: to see it, and to change what its step lets him (rule 43).</summary>
public sealed class TaskRightsTests
{
    private const string Buy = """
        {
          "key": "buy", "label": {"zh-CN": "采购审批"}, "form": "request", "sequence": ["boss", "pay"],
          "blocks": {
            "boss": {"type": "approval", "label": {"zh-CN": "主管"}, "settings": {"assignees": [{"kind": "members", "members": ["m7"]}], "fields": {"amount": "edit", "cost": "hide"}}},
            "pay": {"type": "handle", "label": {"zh-CN": "付款"}, "settings": {"assignees": [{"kind": "members", "members": ["m8"]}], "fields": {"line": "edit", "line.price": "read"}}}
          }
        }
        """;

    private const string Claim = """
        {
          "key": "buy", "label": {"zh-CN": "采购审批"}, "form": "request", "sequence": ["boss"],
          "blocks": {"boss": {"type": "approval", "settings": {"assignees": [{"kind": "members", "members": ["m7", "m8"]}], "claim": true, "fields": {"amount": "edit"}}}}
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static RecordInput Amount(long record, decimal amount) => Input(record, ("amount", InputValue.Of(amount)));

    [Theory]
    [EveryDatabase]
    public async Task Rule43_Holder_SeesTheRecordButWhatHisStepHidesWhileHisTaskIsOpen(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (record, instance) = await database.StartAsync();
        var other = await database.AddAsync();

        var seen = await database.FindAsync(record, Member(Boss));
        Assert.Equal((100m, null, null), (seen![database.Form["amount"]].Content, seen[database.Form["cost"]].Content, seen[database.Form["margin"]].Content));
        Assert.Null(await database.FindAsync(other, Member(Boss)));
        Assert.Null(await database.FindAsync(record, Member(Payer)));

        FlowHost.Done(await database.Host.RunAsync(instance, Approve(await database.SeatAsync(instance, "boss"))));
        Assert.Null(await database.FindAsync(record, Member(Boss)));
        Assert.Equal(60m, (await database.FindAsync(record, Member(Payer)))![database.Form["cost"]].Content);
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule43_Holder_ChangesWhatHisStepLetsHimThoughTheFlowHasLockedTheRecord(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (record, _) = await database.StartAsync();

        Assert.Equal("record.locked-by-flow", await RefusalAsync(database, Member(Clerk), Amount(record, 110)));
        Assert.Equal("record.locked-by-flow", await RefusalAsync(database, Member(Director), Amount(record, 110)));
        Assert.Equal("record.locked-by-flow", await RefusalAsync(database, new(1, "m1", IsAdministrator: true), Amount(record, 110)));
        Assert.Equal("access.refused", await RefusalAsync(database, Member(Payer), Amount(record, 110)));
        Assert.Equal("access.field-refused note", await RefusalAsync(database, Member(Boss), Input(record, ("note", InputValue.Of("x")))));
        Assert.Equal("access.field-refused cost", await RefusalAsync(database, Member(Boss), Input(record, ("cost", InputValue.Of(1m)))));
        Assert.Equal("record.locked-by-flow", await RefusalAsync(database, new(Boss, "m7", IsAdministrator: true), Input(record, ("note", InputValue.Of("x")))));

        Assert.Equal("", await RefusalAsync(database, Member(Boss), Amount(record, 110)));
        Assert.Equal("", await RefusalAsync(database, new(Boss, "m7", IsAdministrator: true), Amount(record, 120)));
        Assert.Equal((120m, 60m), ((await database.FindAsync(record, Member(Director)))![database.Form["margin"]].Content is decimal margin ? margin + 60 : 0, (await database.FindAsync(record, Member(Director)))![database.Form["cost"]].Content));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule43_Lines_AreChangedAsFarAsTheirTableAndColumnsAreGiven(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (record, instance) = await database.StartAsync();
        var line = (await database.Host.Rows.ReadLinesAsync(database.Form["line"], record, Actor.System, Cancellation)).Single().Id;
        RecordInput Lines(params (string Key, InputValue Value)[] values) => new() { Id = record, Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [Input(line, values)] } };

        Assert.Equal("access.field-refused line[0]", await RefusalAsync(database, Member(Boss), Lines(("item", InputValue.Of("A3")))));
        FlowHost.Done(await database.Host.RunAsync(instance, Approve(await database.SeatAsync(instance, "boss"))));
        Assert.Equal("access.field-refused line[0].price", await RefusalAsync(database, Member(Payer), Lines(("price", InputValue.Of(6m)))));
        Assert.Equal("", await RefusalAsync(database, Member(Payer), Lines(("item", InputValue.Of("A3")))));
        Assert.Equal("A3", (await database.Host.Rows.ReadLinesAsync(database.Form["line"], record, Member(Payer), Cancellation)).Single()[database.Form["line"].Lines!["item"]].Content);
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule43_WhoeverMayClaim_SeesTheRecordAndChangesItOnceTheTaskIsHis(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Claim);
        var (record, instance) = await database.StartAsync();
        var seat = await database.SeatAsync(instance, "boss");

        Assert.NotNull(await database.FindAsync(record, Member(Payer)));
        Assert.Equal("access.refused", await RefusalAsync(database, Member(Boss), Amount(record, 110)));

        FlowHost.Done(await database.Host.RunAsync(instance, new FlowEvent.Claim { CommandId = Guid.NewGuid(), ActorId = Boss, SeatId = seat.Id }));
        Assert.Equal("", await RefusalAsync(database, Member(Boss), Amount(record, 110)));
        Assert.Null(await database.FindAsync(record, Member(Payer)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule43_RightsOfAStep_AreThoseOfTheVersionThatTheInstanceBeganWith(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (old, _) = await database.StartAsync();
        await database.PublishAsync(Buy.Replace("\"amount\": \"edit\", \"cost\": \"hide\"", "\"note\": \"edit\"", StringComparison.Ordinal));
        var (now, _) = await database.StartAsync();

        Assert.Equal((null, 60m), ((await database.FindAsync(old, Member(Boss)))![database.Form["cost"]].Content, (await database.FindAsync(now, Member(Boss)))![database.Form["cost"]].Content));
        Assert.Equal("", await RefusalAsync(database, Member(Boss), Amount(old, 110)));
        Assert.Equal("access.field-refused amount", await RefusalAsync(database, Member(Boss), Amount(now, 110)));
        Assert.Equal("", await RefusalAsync(database, Member(Boss), Input(now, ("note", InputValue.Of("x")))));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule43_AtHisTask_AMemberSeesAndChangesNoMoreThanItGives(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy.Replace("m7", "m5", StringComparison.Ordinal));
        var (record, instance) = await database.StartAsync();
        var other = await database.AddAsync();
        var seat = await database.SeatAsync(instance, "boss");
        var atTask = Member(Director) with { Task = new("request", instance, seat.Id) };

        Assert.Equal(60m, (await database.FindAsync(record, Member(Director)))![database.Form["cost"]].Content);
        Assert.Null((await database.FindAsync(record, atTask))![database.Form["cost"]].Content);
        Assert.Null((await database.FindAsync(record, atTask with { IsAdministrator = true }))![database.Form["cost"]].Content);
        Assert.Null(await database.FindAsync(other, atTask));
        Assert.Null(await database.FindAsync(record, Member(Boss) with { Task = atTask.Task }));
        Assert.Equal("access.field-refused note", await RefusalAsync(database, atTask, Input(record, ("note", InputValue.Of("x")))));
        Assert.Equal("access.field-refused note", await RefusalAsync(database, atTask with { IsAdministrator = true }, Input(record, ("note", InputValue.Of("x")))));
        Assert.Equal("", await RefusalAsync(database, atTask, Amount(record, 110)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rule34_WhileAnInstanceIsSuspended_NobodyChangesItsRecord(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (record, instance) = await database.StartAsync();
        FlowHost.Done(await database.Host.RunAsync(instance, new FlowEvent.Suspend { CommandId = Guid.NewGuid(), ActorId = 1, Reason = "盘点" }));

        Assert.Equal("record.locked-by-flow", await RefusalAsync(database, Member(Boss), Amount(record, 110)));
        Assert.NotNull(await database.FindAsync(record, Member(Boss)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Why_OfATask_NamesTheFlowAndTheStep(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Buy);
        var (record, instance) = await database.StartAsync();

        var seen = await ExplainAsync(database, new(Boss, database.Form, record, null, AccessOperation.View));
        Assert.True(seen.IsAllowed);
        Assert.Equal("流程“采购审批”的待办“主管”。这条授权适用。", Of(Assert.Single(seen.Reasons)));
        Assert.True((await ExplainAsync(database, new(Boss, database.Form, record, database.Form["amount"], AccessOperation.Edit))).IsAllowed);
        var hidden = await ExplainAsync(database, new(Boss, database.Form, record, database.Form["cost"], AccessOperation.View));
        Assert.False(hidden.IsAllowed);
        Assert.Contains(hidden.Reasons, reason => reason is AccessReason.Granted { Part: GrantPart.Withholds, Decides: true, Grant.Asked.Block: "boss" });

        FlowHost.Done(await database.Host.RunAsync(instance, Approve(await database.SeatAsync(instance, "boss"))));
        Assert.IsType<AccessReason.OutOfSight>(Assert.Single((await ExplainAsync(database, new(Boss, database.Form, record, null, AccessOperation.View))).Reasons));
    }

    /// <summary>The first reason; that the record is locked besides is told last.</summary>
    private static async Task<string> RefusalAsync(RequestDatabase database, Actor actor, RecordInput input) => (await database.ProblemsAsync(actor, input)).Split("; ")[0];

    private static string Of(AccessReason reason) => ExplanationSentences.Of(reason).Chinese;

    private static async Task<AccessExplanation> ExplainAsync(RequestDatabase database, AccessQuestion question)
        => Assert.IsType<AccessReply.Told>(await database.Host.Why.ExplainAsync(question, Member(Boss), Cancellation)).Explanation;
}
