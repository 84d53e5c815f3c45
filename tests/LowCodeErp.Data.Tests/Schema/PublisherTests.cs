using System.Globalization;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Publishing;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Schema;

public sealed class PublisherTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Publish_TheSameAgain_ChangesNothing(DatabaseProvider provider)
    {
        FormBuilder[] forms = [Form("customer").Text("name"), Form("order").Text("number", unique: true).Reference("customer", "customer").Lines("line", line => line.Number("quantity"))];
        await using var database = await PublishedDatabase.CreateAsync(provider, forms);

        var again = await database.TryPublishAsync(forms);

        Assert.Equal((1, false), (again.Version, again.IsChanged));
        Assert.Equal(["customer", "order", "order-line"], database.Workspace.Current.Forms.Select(form => form.Key));
        await using var platform = database.OpenPlatform();
        Assert.Equal(["app test 1", "form customer 1", "form order 1"], await platform.Definitions.OrderBy(definition => definition.Kind).ThenBy(definition => definition.Key)
            .Select(definition => definition.Kind + " " + definition.Key + " " + definition.Version).ToListAsync(Cancellation));
    }

    /// <summary>Whoever began before somebody else published is refused, in a rehearsal too, and nothing of his work is taken; who began after is not.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Publish_BasedOnAnOlderVersion_IsRefusedUntilItIsBasedOnTheLast(DatabaseProvider provider)
    {
        FormBuilder[] mine = [Form("order").Text("number").Text("mine")];
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number"));
        await database.PublishAsync(Form("order").Text("number").Text("theirs"));

        foreach (var isRehearsal in new[] { true, false })
        {
            var refused = await PublishAsync(basedOn: 1, isRehearsal);
            Assert.Null(refused.Version);
            var problem = Assert.Single(refused.Diagnostics);
            Assert.Equal(PublishResult.StaleCode, problem.Code);
            Assert.Contains("已由他人发布为第 2 版", problem.Message.Chinese, StringComparison.Ordinal);
            Assert.Contains("published as version 2", problem.Message.English, StringComparison.Ordinal);
            Assert.Equal(["number", "theirs"], database.Form("order").Fields.Select(field => field.Key));
        }

        Assert.Equal(3, (await PublishAsync(basedOn: 2, isRehearsal: false)).Version);
        Assert.Equal(["number", "mine"], database.Form("order").Fields.Select(field => field.Key));

        Task<PublishResult> PublishAsync(long basedOn, bool isRehearsal)
            => database.Publisher.PublishAsync(App.With(mine), Actor.System, new() { BasedOn = basedOn, IsRehearsal = isRehearsal }, Cancellation);
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_FieldsAdded_KeepsRecordsAndEnforcesTheReference(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("customer").Text("name"), Form("order").Text("number"));
        var id = await database.InsertAsync("order", ["A1"]);

        await database.PublishAsync(Form("customer").Text("name"), Form("order").Text("number").Number("total").Reference("customer", "customer").Date("due"));

        Assert.Equal(["A1", null, null, null], (await database.FindAsync("order", id))!.Values);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.InsertAsync("order", ["A2", 1m, 999L, null]));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_FieldReplacedByOneOfTheSameType_DoesNotTakeItsValues(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number").Text("secret", unique: true));
        var id = await database.InsertAsync("order", ["A1", "hidden"]);

        await database.PublishAsync(Form("order").Text("number").Text("remark", unique: true));

        Assert.Equal(["A1", null], (await database.FindAsync("order", id))!.Values);
        Assert.Equal("hidden", await database.QueryAsync("""SELECT "_removed_secret_2" FROM "order" """));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_FieldRemovedAndBack_BringsItsValuesBack(DatabaseProvider provider)
    {
        FormBuilder[] with = [Form("customer").Text("name"), Form("order").Text("number").Reference("customer", "customer")];
        await using var database = await PublishedDatabase.CreateAsync(provider, with);
        var customer = await database.InsertAsync("customer", ["Acme"]);
        var order = await database.InsertAsync("order", ["A1", customer]);

        await database.PublishAsync(Form("customer").Text("name"), Form("order").Text("number"));
        await database.PublishAsync(with);

        Assert.Equal(["A1", customer], (await database.FindAsync("order", order))!.Values);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.InsertAsync("order", ["A2", 999L]));
        Assert.Equal(0L, Convert.ToInt64(await database.QueryAsync("SELECT COUNT(*) FROM sys_kept"), CultureInfo.InvariantCulture));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_FormRemovedAndBack_BringsItsRecordsBack(DatabaseProvider provider)
    {
        FormBuilder[] with = [Form("customer").Text("name", unique: true), Form("order").Text("number").Reference("customer", "customer").Lines("line", line => line.Number("quantity"))];
        await using var database = await PublishedDatabase.CreateAsync(provider, with);
        var customer = await database.InsertAsync("customer", ["Acme"]);
        var order = await database.InsertAsync("order", ["A1", customer, null]);

        await database.PublishAsync(Form("customer").Text("name", unique: true));
        await database.PublishAsync(with);

        Assert.Equal(["A1", customer, null], (await database.FindAsync("order", order))!.Values);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.InsertAsync("order", ["A2", 999L, null]));
        Assert.Equal(0L, Convert.ToInt64(await database.QueryAsync("SELECT COUNT(*) FROM sys_kept"), CultureInfo.InvariantCulture));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_OptionalReferencesInACircle_AreEnforcedBothWays(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(
            provider, Form("team").Text("name").Reference("head", "person"), Form("person").Text("name").Reference("team", "team").Reference("boss", "person"));

        var team = await database.InsertAsync("team", ["Sales", null]);
        await database.InsertAsync("person", ["Li", team, null]);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.InsertAsync("team", ["IT", 999L]));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.InsertAsync("person", ["Wang", 999L, null]));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_ReferencesInACircleAddedToTables_AreEnforced(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("team").Text("name"), Form("person").Text("name"));

        await database.PublishAsync(Form("team").Text("name").Reference("head", "person"), Form("person").Text("name").Reference("team", "team").Member("account"));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.InsertAsync("team", ["IT", 999L]));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.InsertAsync("person", ["Wang", null, 999L]));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_ChangesThatWouldLoseValues_AreRefusedAndChangeNothing(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(
            provider, Form("customer").Text("name"), Form("supplier").Text("name"), Form("order").Text("number", length: 20).Number("total").Reference("partner", "customer"));
        await database.InsertAsync("order", ["long number", 10.25m, null], ["long number", 20.5m, null]);
        FormBuilder[] others = [Form("customer").Text("name"), Form("supplier").Text("name")];

        Assert.Equal("schema.field.not-unique", await database.RefuseAsync([.. others, Form("order").Text("number", length: 20, unique: true).Number("total").Reference("partner", "customer")]));
        Assert.Equal(1L, Convert.ToInt64(await database.QueryAsync("SELECT model_version FROM sys_workspace"), CultureInfo.InvariantCulture));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_LengthAndDigitsThatStillHoldTheValues_AreChanged(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number", length: 10).Number("total", scale: 2));
        var id = await database.InsertAsync("order", ["A1", 10.5m]);

        await database.PublishAsync(Form("order").Text("number", length: 4, unique: true).Number("total", scale: 1));
        await database.PublishAsync(Form("order").Text("number").Number("total", scale: 4));
        var next = await database.InsertAsync("order", [new string('字', 300), 0.1234m]);

        Assert.Equal(["A1", 10.5m], (await database.FindAsync("order", id))!.Values);
        Assert.Equal([new string('字', 300), 0.1234m], (await database.FindAsync("order", next))!.Values);
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_ByAnotherNode_IsInForceForTheNextSave(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number"));
        var other = new PublishedWorkspace(database.Database.ConnectAnotherNode(), new(TestFields.Catalog, new([])));
        await other.LoadAsync(Cancellation);
        var changes = 0;
        other.Changed += () => changes++;

        await database.PublishAsync(Form("order").Text("number").Number("total"));

        Assert.True(await other.IsOutdatedAsync(Cancellation));
        Assert.Empty(await other.LoadAsync(Cancellation));
        Assert.Equal((2, 1), (other.Current.Version, changes));
        Assert.NotNull(other.Current.FindForm("order")!.Find("total"));
        Assert.False(await other.IsOutdatedAsync(Cancellation));
        Assert.Equal("Asia/Shanghai", other.TimeZone.Id);
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_BySomeoneElseThanAnAdministrator_IsRefused(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number"));

        var result = await database.Publisher.PublishAsync(App.With(Form("order").Text("number").Text("more")), new Actor(7, "Li", IsAdministrator: false), cancellationToken: Cancellation);

        Assert.Equal((null, "publish.not-allowed"), (result.Version, result.Diagnostics.Single().Code));
    }
}
