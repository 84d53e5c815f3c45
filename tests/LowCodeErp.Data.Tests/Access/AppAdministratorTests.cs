using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Access.AccessDatabase;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>Who administers one app designs it, and no further; an auditor looks at everything and changes nothing (R110).</summary>
public sealed class AppAdministratorTests
{
    private const string Reading = """{"key": "reading", "label": {"zh-CN": "查看"}, "grants": [{"form": "customer", "operations": ["view"]}, {"form": "order", "operations": ["view"]}]}""";

    private const string Everything = """
        {"key": "everything", "label": {"zh-CN": "全部"}, "grants": [
          {"form": "customer", "operations": ["view", "create", "edit", "delete", "import", "export", "print", "share"]},
          {"form": "order", "operations": ["view", "create", "edit", "delete"]}
        ]}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Publish_ByAnAdministratorOfTheApp_IsOfThatAppAlone(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Reading);
        await PublishAsync(database, Actor.System, "other", FormBuilder.Form("secret").Text("name").Number("amount"));
        await AdministerAsync(database, Ann, "other");

        Assert.Equal("", await PublishAsync(database, Member(Ann), "other", FormBuilder.Form("secret").Text("name").Number("amount").Text("note")));
        Assert.Equal("publish.not-allowed", await PublishAsync(database, Member(Ann), "test", FormBuilder.Form("customer").Text("name")));
        Assert.Equal("publish.not-allowed", await PublishAsync(database, Member(Ann), "new", FormBuilder.Form("fresh").Text("name")));
        Assert.Equal("publish.not-allowed", await PublishAsync(database, Member(Bob), "other", FormBuilder.Form("secret").Text("name")));
    }

    /// <summary>A reference, a rollup or a role would show the records of the other app.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Publish_OfWhatReachesIntoAnotherApp_TakesItsAdministrator(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Reading);
        await PublishAsync(database, Actor.System, "other", FormBuilder.Form("secret").Text("name"));
        await AdministerAsync(database, Ann, "other");
        var reaching = FormBuilder.Form("secret").Text("name").Reference("customer", "customer");

        Assert.StartsWith("publish.reaches-others", await PublishAsync(database, Member(Ann), "other", reaching), StringComparison.Ordinal);
        await AdministerAsync(database, Ann, "test");
        Assert.Equal("", await PublishAsync(database, Member(Ann), "other", reaching));
    }

    [Theory]
    [EveryDatabase]
    public async Task Auditor_WhoeverElseHeIs_SeesEverythingAndChangesNothing(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Everything);
        var customer = await database.AddCustomerAsync("A", Bob);
        var gone = await database.AddCustomerAsync("B", Bob);
        await DeleteAsync(database, gone, Actor.System);
        await database.GiveAsync(Ann, "everything");
        await AdministerAsync(database, Ann, "test");
        Assert.IsType<SaveResult.Saved>(await database.SaveAsync("customer", customer, Member(Ann), ("name", InputValue.Of("before"))));
        Assert.Empty(await database.Published.Rights.AssignAsync(new() { App = "", Role = RoleAssignment.Auditor, MemberId = Ann }, Actor.System, Cancellation));

        Assert.Equal("before", await database.SeenAsync("customer", Ann));
        Assert.Equal("access.refused", Problems(await database.SaveAsync("customer", customer, Member(Ann), ("name", InputValue.Of("after")))));
        Assert.Equal("access.refused-form", Problems(await database.SaveAsync("customer", null, Member(Ann), ("name", InputValue.Of("new")))));
        Assert.Equal("access.refused", Problems(await DeleteAsync(database, customer, Member(Ann))));
        Assert.Equal("access.refused", Problems(await database.Published.Pipeline.RestoreAsync(Request(database, gone, Member(Ann)), Cancellation)));
        Assert.Equal("record.only-administrators-purge", Problems(await database.Published.Pipeline.PurgeAsync(Request(database, gone, Member(Ann)), Cancellation)));
        Assert.Equal("publish.not-allowed", await PublishAsync(database, Member(Ann), "test", FormBuilder.Form("customer").Text("name")));
        Assert.Equal("access.not-yours-to-give", Assert.Single(await database.Published.Rights.AssignAsync(new() { App = "test", Role = "everything", MemberId = Ann }, Member(Ann), Cancellation)).Code);
        var access = (await database.Published.Rights.OfAsync(Member(Ann), Cancellation)).Of(database.Form("customer"));
        Assert.Equal(
            [Metadata.Access.AccessOperation.View, Metadata.Access.AccessOperation.Export, Metadata.Access.AccessOperation.Print],
            Enum.GetValues<Metadata.Access.AccessOperation>().Where(access.May));
    }

    [Theory]
    [EveryDatabase]
    public async Task Formula_AboutTheRolesOfWhoeverAsks_KnowsThem(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Reading, Everything);
        await database.AddCustomerAsync("A", Bob);
        await database.GiveAsync(Ann, "reading");
        await database.GiveAsync(Bob, "everything");
        var conditions = new FormulaConditions(database.Published.Workspace, SqlProviders.Sqlite | SqlProviders.PostgreSql);

        Assert.Equal("", await FindAsync(Ann));
        Assert.Equal("A", await FindAsync(Bob));

        async Task<string> FindAsync(long member)
        {
            var context = (await database.Published.Rights.OfAsync(Member(member), Cancellation)).Evaluation;
            return await database.SeenAsync("customer", member, conditions.Create(database.Form("customer"), "CONTAINS(USERROLE(), \"everything\")", context.At(context.Now.AddHours(1))));
        }
    }

    private static async Task AdministerAsync(AccessDatabase database, long member, string app)
        => Assert.Empty(await database.Published.Rights.AssignAsync(new() { App = app, Role = RoleAssignment.AppAdministrator, MemberId = member }, Actor.System, Cancellation));

    /// <returns>Codes of what is wrong, the first one first.</returns>
    private static async Task<string> PublishAsync(AccessDatabase database, Actor actor, string app, FormBuilder form)
    {
        var result = await database.Published.Publisher.PublishAsync(App.Named(app, form), actor, cancellationToken: Cancellation);
        return string.Join(' ', result.Diagnostics.Select(item => item.Code));
    }

    private static Task<SaveResult> DeleteAsync(AccessDatabase database, long customer, Actor actor)
        => database.Published.Pipeline.DeleteAsync(Request(database, customer, actor), Cancellation);

    private static SaveRequest Request(AccessDatabase database, long customer, Actor actor)
        => new(database.Form("customer"), [new() { Id = customer }], actor, ChangeSource.Page);
}
