using LowCodeErp.Core.Values;
using LowCodeErp.Data.Access;
using LowCodeErp.Data.Providers;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Access.Explaining;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Access.AccessDatabase;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>What "why" says is what the engine does (R110).</summary>
public sealed class WhyTests
{
    private const int Rounds = 5;
    private const int Questions = 100;

    private static readonly long[] _members = [Ann, Bob, Fay];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task RandomQuestions_Replayed_AreAnsweredAsTheEngineDecides(DatabaseProvider provider)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("LOWCODE_SEED"), out var given) ? given : 20261122;
        var (allowed, refused, masked) = (0, 0, 0);
        var operations = new HashSet<AccessOperation>();
        var deciding = new HashSet<GrantPart>();
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random(seed + round);
            List<RoleDefinition> roles = [.. Enumerable.Range(1, 4).Select(number => WhyRoles.Create(number, random))];
            await using var database = await CreateAsync(provider, [.. roles.Select(DefinitionWriter.Write)]);
            await GiveAsync(database, roles, random);
            var records = await FillAsync(database, random);
            var replay = new WhyReplay(database);
            for (var number = 0; number < Questions; number++)
            {
                var question = NewQuestion(database, records, random);
                var explanation = await ExplainAsync(database, question);
                var described = $"LOWCODE_SEED={seed + round} {question.MemberId} {question.Operation} {question.Form} {question.RecordId} {question.Field}: {Describe(explanation)}\n{string.Join('\n', roles.Select(DefinitionWriter.Write))}";
                Assert.True(explanation.IsAllowed == await replay.MayAsync(question), described);
                Assert.True(explanation.Mask == await replay.FindMaskAsync(question) && explanation.IsMasked == (explanation.Mask is not null), described);
                masked += explanation.IsMasked == true ? 1 : 0;
                operations.Add(question.Operation);
                (allowed, refused) = explanation.IsAllowed == true ? (allowed + 1, refused) : (allowed, refused + 1);
            }

            deciding.UnionWith(await CheckDecidingAsync(database, replay, roles, records, random));
        }

        Assert.True(allowed > 75 && refused > 75, $"{allowed} allowed, {refused} refused");
        Assert.True(masked > 0, $"{masked} masked");
        Assert.Equal(Enum.GetValues<AccessOperation>(), operations.Order());
        Assert.Equal(Enum.GetValues<GrantPart>(), deciding.Order());
        TestContext.Current.TestOutputHelper!.WriteLine($"LOWCODE_SEED={seed}; {allowed} allowed, {refused} refused");
    }

    /// <summary>One grant of each kind that is said to decide is taken away: then the engine decides otherwise.</summary>
    private static async Task<IEnumerable<GrantPart>> CheckDecidingAsync(AccessDatabase database, WhyReplay replay, List<RoleDefinition> roles, IReadOnlyList<(string Form, long Id)> records, Random random)
    {
        var deciding = new Dictionary<GrantPart, (AccessQuestion Question, AccessReason.Granted Reason, (bool IsAllowed, bool IsMasked) Answer)>();
        for (var number = 0; number < 3 * Questions; number++)
        {
            var question = NewQuestion(database, records, random);
            var explanation = await ExplainAsync(database, question);
            foreach (var reason in explanation.Reasons.OfType<AccessReason.Granted>().Where(reason => reason.Decides))
            {
                deciding[reason.Part] = (question, reason, (explanation.IsAllowed!.Value, explanation.IsMasked!.Value));
            }
        }

        foreach (var (part, (question, reason, answer)) in deciding)
        {
            var index = reason.Role.Grants.ToList().FindIndex(grant => ReferenceEquals(grant, reason.Grant));
            var left = roles.Select(role => role.Key == reason.Role.Key ? WhyRoles.Without(role, index, part is GrantPart.Withholds or GrantPart.DeniesField) : role);
            await database.PublishAsync([.. left.Select(DefinitionWriter.Write)]);
            var asked = question with { Form = database.Form(question.Form.Key), Field = question.Field is { } field ? database.Form(question.Form.Key)[field.Key] : null };
            Assert.True((await replay.MayAsync(asked), await replay.FindMaskAsync(asked) is not null) != answer, $"{part} of {reason.Role.Key} does not decide {question.Operation} {question.Form} {question.Field}");
        }

        return deciding.Keys;
    }

    [Fact]
    public async Task Question_AboutAnother_IsForAdministratorsAlone()
    {
        const string Own = """{"key": "own", "label": {"zh-CN": "自己的"}, "grants": [{"form": "customer", "operations": ["view"], "rows": "own"}, {"form": "customer", "operations": ["edit"], "rows": "condition", "condition": "[credit] > 50"}]}""";
        await using var database = await CreateAsync(DatabaseProvider.Sqlite, Own);
        await database.GiveAsync(Ann, "own");
        var (mine, other) = (await database.AddCustomerAsync("A", Ann, credit: 60), await database.AddCustomerAsync("B", Bob, credit: 60));
        var question = new AccessQuestion(Ann, database.Form("customer"), other, null, AccessOperation.View);
        var explanations = Explanations(database);

        Assert.Equal("access.not-yours-to-ask", Assert.IsType<AccessReply.Refused>(await explanations.ExplainAsync(question, Member(Bob), Cancellation)).Problem.Code);
        Assert.Equal("access.member-unknown", Assert.IsType<AccessReply.Refused>(await explanations.ExplainAsync(question with { MemberId = 99 }, Actor.System, Cancellation)).Problem.Code);
        Assert.IsType<AccessReason.OutOfSight>(Assert.Single(Told(await explanations.ExplainAsync(question, Member(Ann), Cancellation)).Reasons));
        Assert.IsType<AccessReason.OutOfSight>(Assert.Single(Told(await explanations.ExplainAsync(question with { RecordId = 99 }, Member(Ann), Cancellation)).Reasons));
        Assert.IsType<AccessReason.Gone>(Assert.Single(Told(await explanations.ExplainAsync(question with { RecordId = 99 }, Actor.System, Cancellation)).Reasons));

        var edit = question with { RecordId = mine, Operation = AccessOperation.Edit };
        var own = Told(await explanations.ExplainAsync(edit, Member(Ann), Cancellation));
        Assert.True(own.IsAllowed);
        Assert.All(own.Reasons, reason => Assert.True(reason is AccessReason.Granted { Holds: null, Decides: false }, $"{reason}"));
        Assert.All(Told(await explanations.ExplainAsync(edit, Actor.System, Cancellation)).Reasons, reason => Assert.True(reason is AccessReason.Granted { Holds: true, Decides: true }, $"{reason}"));
    }

    [Fact]
    public async Task Masked_Field_IsAnsweredWithItsMaskAndTheGrantThatLeavesNoMore()
    {
        const string Finance = """{"key": "finance", "label": {"zh-CN": "财务"}, "grants": [{"form": "customer", "operations": ["view"], "fields": [{"fields": ["phone"], "access": "masked"}]}]}""";
        await using var database = await CreateAsync(DatabaseProvider.Sqlite, Finance);
        await database.GiveAsync(Fay, "finance");
        var customer = await database.AddCustomerAsync("A", Ann, phone: "13812345678");
        var question = new AccessQuestion(Fay, database.Form("customer"), customer, database.Form("customer")["phone"], AccessOperation.View);
        await database.Published.Organisation.LoadAsync(Cancellation);
        var sentences = new ExplanationSentences(database.Published.Organisation.Current, TimeZoneInfo.Utc);

        var told = await ExplainAsync(database, question);

        Assert.Equal((false, true, "1**"), (told.IsAllowed, told.IsMasked, told.Mask));
        Assert.Equal("fay sees only the mask of \"phone\" of this \"customer\": 1**", sentences.Verdict(told).In(System.Globalization.CultureInfo.GetCultureInfo("en")));
        Assert.All(told.Reasons, reason => Assert.True(reason is AccessReason.Granted { Decides: true, Holds: true }, $"{reason}"));
        Assert.True(told.Reasons.OfType<AccessReason.Granted>().Single(reason => reason.Part == GrantPart.Withholds).LeavesMask);

        var inGeneral = await ExplainAsync(database, question with { RecordId = null });
        Assert.Equal((false, true, null), (inGeneral.IsAllowed, inGeneral.IsMasked, inGeneral.Mask));
        var blank = await database.AddCustomerAsync("B", Ann);
        Assert.Equal((true, null), ((await ExplainAsync(database, question with { RecordId = blank })).IsMasked, (await ExplainAsync(database, question with { RecordId = blank })).Mask));
        Assert.Equal((false, false), ((await ExplainAsync(database, question with { MemberId = Bob })).IsAllowed, (await ExplainAsync(database, question with { MemberId = Bob })).IsMasked));
    }

    [Fact]
    public async Task Role_ThatHasEndedOrNotBegun_IsMentionedAndGivesNothing()
    {
        const string Sales = """{"key": "sales", "label": {"zh-CN": "销售"}, "grants": [{"form": "customer", "operations": ["view"]}]}""";
        await using var database = await CreateAsync(DatabaseProvider.Sqlite, Sales);
        var customer = await database.AddCustomerAsync("A", Ann);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await database.GiveAsync(Ann, "sales", until: now.AddDays(-2));
        Assert.Empty(await database.Published.Rights.AssignAsync(new() { App = "test", Role = "sales", MemberId = Bob, From = now.AddDays(2) }, Actor.System, Cancellation));
        var question = new AccessQuestion(Ann, database.Form("customer"), customer, null, AccessOperation.View);

        var ended = await ExplainAsync(database, question);
        Assert.False(ended.IsAllowed);
        Assert.IsType<AccessReason.NoGrant>(ended.Reasons[0]);
        Assert.True(Assert.IsType<AccessReason.NotInForce>(ended.Reasons[1]).IsOver);
        Assert.Equal("角色“销售”已经结束，不再起作用。", ExplanationSentences.Of(ended.Reasons[1]).Chinese);
        Assert.False(Assert.IsType<AccessReason.NotInForce>((await ExplainAsync(database, question with { MemberId = Bob })).Reasons[1]).IsOver);
        Assert.IsType<AccessReason.NoGrant>(Assert.Single((await ExplainAsync(database, question with { Form = database.Form("order"), RecordId = null })).Reasons));
    }

    private static AccessExplanations Explanations(AccessDatabase database)
        => new(database.Published.Database.Connections, database.Published.Queries, database.Published.Rights, database.Published.Organisation);

    private static AccessExplanation Told(AccessReply reply) => Assert.IsType<AccessReply.Told>(reply).Explanation;

    private static async Task<AccessExplanation> ExplainAsync(AccessDatabase database, AccessQuestion question)
        => Told(await Explanations(database).ExplainAsync(question, Actor.System, Cancellation));

    private static string Describe(AccessExplanation explanation)
        => $"{explanation.IsAllowed}, because {string.Join(" ", explanation.Reasons.Select(reason => ExplanationSentences.Of(reason).English))}";

    private static AccessQuestion NewQuestion(AccessDatabase database, IReadOnlyList<(string Form, long Id)> records, Random random)
    {
        var (key, id) = records[random.Next(records.Count)];
        var form = database.Form(key);
        // Fields are asked about with the first three, so these come more often.
        AccessOperation[] operations = [.. AccessQuestion.OfFields, AccessOperation.View, AccessOperation.View, .. Enum.GetValues<AccessOperation>()];
        var operation = operations[random.Next(operations.Length)];
        // What another form's record shows, and what its reference leads to, is that form's affair.
        string[] fields = (key, operation) switch
        {
            ("customer", AccessOperation.View) => ["name", "region", "phone", "credit", "turnover", "half-turnover", "label", "double-credit"],
            ("customer", _) => ["name", "phone", "credit"],
            (_, AccessOperation.View) => ["number", "amount", "line"],
            _ => ["number", "amount"],
        };
        var hasField = AccessQuestion.OfFields.Contains(operation) && random.Next(3) > 0;
        return new(_members[random.Next(_members.Length)], form, id, hasField ? form[fields[random.Next(fields.Length)]] : null, operation);
    }

    private static async Task GiveAsync(AccessDatabase database, List<RoleDefinition> roles, Random random)
    {
        foreach (var (member, role) in _members.SelectMany(member => roles.Select(role => (member, role))))
        {
            if (member == Fay ? role.Key == WhyRoles.Masking : random.Next(2) == 0)
            {
                await database.GiveAsync(member, role.Key);
            }
        }
    }

    private static async Task<IReadOnlyList<(string Form, long Id)>> FillAsync(AccessDatabase database, Random random)
    {
        var records = new List<(string Form, long Id)>();
        for (var number = 1; number <= 6; number++)
        {
            var id = await database.AddCustomerAsync($"c{number}", _members[random.Next(3)], random.Next(2) == 0 ? "east" : "west", $"p{number}", random.Next(1, 100));
            var order = await database.AddOrderAsync($"o{number}", id, random.Next(1, 100));
            await database.AddAsync("order-line", Actor.System, ("order", InputValue.Of((decimal)order)), ("item", InputValue.Of("x")));
            records.AddRange([("customer", id), ("order", order)]);
        }

        return records;
    }
}
