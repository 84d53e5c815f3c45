using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Access.AccessDatabase;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>What may not be read, hidden or masked, comes out of no save either (R111, R112).</summary>
public sealed class UnreadableValueTests
{
    private const string Canary = "6222-canary";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider, string> Cases => new()
    {
        { DatabaseProvider.Sqlite, "hidden" }, { DatabaseProvider.Sqlite, "masked" }, { DatabaseProvider.PostgreSql, "masked" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Fill_FromAFieldThatMayNotBeRead_IsBlank(DatabaseProvider provider, string access)
    {
        await using var database = await CreateAsync(provider, access);
        var card = await AddCardAsync(database);

        var visit = await database.AddAsync("visit", Member(Ann), ("name", InputValue.Of("V")), ("card", InputValue.Of((decimal)card)));
        var system = await database.AddAsync("visit", Actor.System, ("name", InputValue.Of("W")), ("card", InputValue.Of((decimal)card)));

        Assert.Equal((null, Canary), ((await database.Published.FindAsync("visit", visit))!.Values[2], (await database.Published.FindAsync("visit", system))!.Values[2]));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Key_ThatMayNotBeRead_FindsNoRecord(DatabaseProvider provider, string access)
    {
        await using var database = await CreateAsync(provider, access);
        var card = await AddCardAsync(database);

        Assert.IsType<SaveResult.Invalid>(await SaveByKeyAsync(database, Member(Ann)));
        Assert.Equal("C", (await database.Published.FindAsync("card", card))!.Values[0]);
        Assert.IsType<SaveResult.Saved>(await SaveByKeyAsync(database, Actor.System));
        Assert.Equal("changed", (await database.Published.FindAsync("card", card))!.Values[0]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Restore_OfAValueThatIsTakenMeanwhile_DoesNotNameIt(DatabaseProvider provider, string access)
    {
        await using var database = await CreateAsync(provider, access);
        var card = await AddCardAsync(database);
        var form = database.Form("card");
        await database.Published.Pipeline.DeleteAsync(Request(form, card, Actor.System), Cancellation);
        await AddCardAsync(database);

        Assert.DoesNotContain(Canary, Messages(await database.Published.Pipeline.RestoreAsync(Request(form, card, Member(Ann)), Cancellation)), StringComparison.Ordinal);
        Assert.Contains(Canary, Messages(await database.Published.Pipeline.RestoreAsync(Request(form, card, Actor.System), Cancellation)), StringComparison.Ordinal);
    }

    private static async Task<AccessDatabase> CreateAsync(DatabaseProvider provider, string access)
    {
        var database = await AccessDatabase.CreateAsync(provider);
        var role = $$"""
            {"key": "teller", "label": {"zh-CN": "柜员"}, "grants": [
              {"form": "card", "operations": ["view", "create", "edit", "delete"], "fields": [{"fields": ["number"], "access": "{{access}}"}]},
              {"form": "visit", "operations": ["view", "create", "edit"]}
            ]}
            """;
        await database.Published.PublishAsync(App.Named(
            "cards",
            FormBuilder.Form("card").Text("name").Text("number", length: 40, unique: true),
            FormBuilder.Form("visit").Text("name").Reference("card", "card").Text("number").FillFrom("card.number")).WithRoles(role));
        Assert.Empty(await database.Published.Rights.AssignAsync(new RoleAssignment { App = "cards", Role = "teller", MemberId = Ann }, Actor.System, Cancellation));
        return database;
    }

    private static Task<long> AddCardAsync(AccessDatabase database)
        => database.AddAsync("card", Actor.System, ("name", InputValue.Of("C")), ("number", InputValue.Of(Canary)));

    private static Task<SaveResult> SaveByKeyAsync(AccessDatabase database, Actor actor)
    {
        var form = database.Form("card");
        var input = new RecordInput { Values = new Dictionary<string, InputValue> { ["number"] = InputValue.Of(Canary), ["name"] = InputValue.Of("changed") } };
        return database.Published.Pipeline.SaveAsync(new(form, [input], actor, ChangeSource.Import) { KeyField = form["number"] }, Cancellation);
    }

    private static SaveRequest Request(FormModel form, long id, Actor actor) => new(form, [new() { Id = id }], actor, ChangeSource.Page);

    private static string Messages(SaveResult result)
        => string.Join('\n', Assert.IsType<SaveResult.Invalid>(result).Problems.Select(problem => problem.Diagnostic.Message.ToString()));
}
