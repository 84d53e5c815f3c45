using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Access.AccessDatabase;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>What members see, on every way of reading (R110, R111).</summary>
public sealed class ReadRightsTests
{
    private const string Own = """{"key": "own", "label": {"zh-CN": "自己的"}, "grants": [{"form": "customer", "operations": ["view", "edit"], "rows": "own"}, {"form": "order", "operations": ["view"]}]}""";
    private const string East = """{"key": "east", "label": {"zh-CN": "华东"}, "grants": [{"form": "customer", "operations": ["view"], "rows": "condition", "condition": "[region] = \"east\"", "fields": [{"fields": ["phone"], "access": "hidden"}]}]}""";
    private const string NoVip = """{"key": "no-vip", "label": {"zh-CN": "不含大客户"}, "grants": [{"form": "customer", "effect": "deny", "operations": ["view"], "rows": "condition", "condition": "[credit] > 100"}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Rows_OfSeveralRoles_AddUpAndWhatIsDeniedIsTakenAway(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Own, East, NoVip);
        await database.AddCustomerAsync("A", Ann, "west");
        await database.AddCustomerAsync("B", Bob, "east");
        await database.AddCustomerAsync("C", Bob, "west");
        await database.AddCustomerAsync("D", Ann, "east", credit: 500);

        Assert.Equal("", await database.SeenAsync("customer", Ann));
        await database.GiveAsync(Ann, "own");
        Assert.Equal("A D", await database.SeenAsync("customer", Ann));
        await database.GiveAsync(Ann, "east");
        Assert.Equal("A B D", await database.SeenAsync("customer", Ann));
        await database.GiveAsync(Ann, "no-vip");
        Assert.Equal("A B", await database.SeenAsync("customer", Ann));
        Assert.Equal("", await database.SeenAsync("customer", Bob));
    }

    [Theory]
    [EveryDatabase]
    public async Task Own_WithoutAnOwner_IsWhatTheMemberCreated(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Own.Replace("\"edit\"", "\"create\"", StringComparison.Ordinal));
        await database.GiveAsync(Ann, "own");
        await database.AddAsync("customer", Member(Ann), ("name", InputValue.Of("mine")));
        await database.AddCustomerAsync("nobody's", null);

        Assert.Equal("mine", await database.SeenAsync("customer", Ann));
    }

    [Theory]
    [EveryDatabase]
    public async Task Field_HiddenByTheRoleThatShowsTheRecord_IsBlankOnEveryWay(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Own, East);
        var mine = await database.AddCustomerAsync("A", Ann, phone: "canary-mine");
        var other = await database.AddCustomerAsync("B", Bob, phone: "canary-other");
        await database.AddOrderAsync("1", other, 5);
        await database.GiveAsync(Ann, "own");
        await database.GiveAsync(Ann, "east");
        var phone = database.Path("customer", "phone");

        var rows = await database.ReadAsync("customer", Ann);
        Assert.Equal(["canary-mine", null], rows.Select(row => row[database.Form("customer")["phone"]].Content));
        Assert.Null((await database.FindAsync("customer", other, Ann))![database.Form("customer")["phone"]].Content);
        Assert.Equal("canary-mine", (await database.FindAsync("customer", mine, Ann))![database.Form("customer")["phone"]].Content);

        // What is not shown cannot be found out by filtering, searching, sorting, grouping or through a reference.
        Assert.Equal("A", await database.SeenAsync("customer", Ann, new Condition.Contains(phone, "canary")));
        Assert.Equal("B", await database.SeenAsync("customer", Ann, new Condition.IsBlank(phone)));
        Assert.Equal("A", await database.SeenAsync("customer", Ann, search: "canary"));
        Assert.Equal("", await database.SeenAsync("order", Ann, new Condition.Contains(database.Path("order", "customer.phone"), "canary")));
        Assert.Equal("", await database.SeenAsync("order", Ann, new Condition.Contains(database.Path("order", "phone"), "canary")));
        Assert.Null((await database.ReadAsync("order", Ann)).Single()[database.Form("order")["phone"]].Content);
        var groups = await database.Published.Queries.ReadGroupsAsync(new(database.Form("customer")), new(database.Form("customer")["phone"], [], 10), Member(Ann), Cancellation);
        Assert.DoesNotContain(groups.Groups, group => Equals(group.Key.Content, "canary-other"));
    }

    [Theory]
    [EveryDatabase]
    public async Task ComputedField_OfAHiddenOne_IsHiddenUnlessItIsNamed(DatabaseProvider provider)
    {
        const string Open = """{"key": "open", "label": {"zh-CN": "看标签"}, "grants": [{"form": "customer", "operations": ["view"], "fields": [{"fields": ["phone"], "access": "hidden"}, {"fields": ["label"], "access": "read"}]}]}""";
        await using var database = await CreateAsync(provider, East, Open);
        await database.AddCustomerAsync("A", Bob, phone: "canary", credit: 3);
        await database.GiveAsync(Ann, "east");
        await database.GiveAsync(Fay, "open");
        var (label, credit) = (database.Form("customer")["label"], database.Form("customer")["double-credit"]);

        var row = (await database.ReadAsync("customer", Ann)).Single();
        Assert.Equal((null, 6m), (row[label].Content, row[credit].Content));
        Assert.Equal("A canary", (await database.ReadAsync("customer", Fay)).Single()[label].Content);
    }

    [Theory]
    [EveryDatabase]
    public async Task Rollup_OverRecordsThatAreNotAllSeen_IsHidden(DatabaseProvider provider)
    {
        const string Some = """{"key": "some", "label": {"zh-CN": "小单"}, "grants": [{"form": "customer", "operations": ["view"]}, {"form": "order", "operations": ["view"], "rows": "condition", "condition": "[amount] < 10"}]}""";
        await using var database = await CreateAsync(provider, Own, East, Some);
        var customer = await database.AddCustomerAsync("A", Ann);
        await database.AddOrderAsync("1", customer, 5);
        await database.AddOrderAsync("2", customer, 50);
        await database.GiveAsync(Ann, "own");
        await database.GiveAsync(Fay, "some");
        var (turnover, half) = (database.Form("customer")["turnover"], database.Form("customer")["half-turnover"]);

        var (ofAnn, ofFay) = ((await database.ReadAsync("customer", Ann)).Single(), (await database.ReadAsync("customer", Fay)).Single());
        Assert.Equal((55m, 27.5m), (ofAnn[turnover].Content, ofAnn[half].Content));
        Assert.Equal((null, null), (ofFay[turnover].Content, ofFay[half].Content));
        Assert.Equal("1", await database.SeenAsync("order", Fay));
    }

    [Theory]
    [EveryDatabase]
    public async Task Reference_ToARecordThatIsNotSeen_HasNoTitleAndIsNotOffered(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Own);
        await database.AddOrderAsync("1", await database.AddCustomerAsync("canary", Bob), 5);
        await database.AddCustomerAsync("A", Ann);
        await database.GiveAsync(Ann, "own");
        var customer = database.Form("order")["customer"];

        Assert.DoesNotContain("canary", (await database.ReadAsync("order", Ann)).Single().TitleOf(customer) ?? "", StringComparison.Ordinal);
        Assert.Equal(["A"], (await database.Published.Queries.SuggestAsync(database.Form("customer"), "", 10, Member(Ann), cancellationToken: Cancellation)).Select(found => found.Title));
        Assert.Equal("", await database.SeenAsync("order", Ann, search: "canary"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Record_ThatIsNotSeen_HasNeitherPageNorHistoryNorLines(DatabaseProvider provider)
    {
        const string Small = """{"key": "small", "label": {"zh-CN": "小单"}, "grants": [{"form": "order", "operations": ["view"], "rows": "condition", "condition": "[amount] < 10", "fields": [{"fields": ["line.price"], "access": "hidden"}]}]}""";
        await using var database = await CreateAsync(provider, Small);
        var customer = await database.AddCustomerAsync("A", Bob);
        var (small, large) = (await database.AddOrderAsync("1", customer, 5), await database.AddOrderAsync("2", customer, 50));
        foreach (var order in new[] { small, large })
        {
            await database.AddAsync("order-line", Actor.System, ("order", InputValue.Of((decimal)order)), ("item", InputValue.Of("x")), ("price", InputValue.Of(7m)));
        }

        await database.GiveAsync(Ann, "small");
        var (form, lines) = (database.Form("order"), database.Form("order")["line"]);

        Assert.Null(await database.FindAsync("order", large, Ann));
        Assert.Empty(await database.Published.Queries.ReadHistoryAsync(form, large, Member(Ann), Cancellation));
        Assert.Empty(await database.Published.Queries.ReadLinesAsync(lines, large, Member(Ann), Cancellation));
        var line = (await database.Published.Queries.ReadLinesAsync(lines, small, Member(Ann), Cancellation)).Single();
        Assert.Equal(("x", (object?)null), ((string)line[lines.Lines!["item"]].Content!, line[lines.Lines["price"]].Content));
    }

    [Fact]
    public async Task Role_ThatHasEndedOrWasTakenBack_GivesNothing()
    {
        await using var database = await CreateAsync(DatabaseProvider.Sqlite, Own);
        await database.AddCustomerAsync("A", Ann);
        await database.GiveAsync(Ann, "own", until: PublishedDatabase.Now.AddDays(-1));
        Assert.Equal("", await database.SeenAsync("customer", Ann));

        await database.GiveAsync(Ann, "own");
        Assert.Equal("A", await database.SeenAsync("customer", Ann));
        var rights = database.Published.Rights;
        Assert.Equal("access.not-yours-to-give", (await rights.TakeBackAsync((await rights.ReadAsync(Cancellation))[1].Id, Member(Ann), Cancellation)).Single().Code);
        Assert.Empty(await rights.TakeBackAsync((await rights.ReadAsync(Cancellation))[1].Id, Actor.System, Cancellation));
        Assert.Equal("", await database.SeenAsync("customer", Ann));
        Assert.Equal(3L, Convert.ToInt64(await database.Published.QueryAsync("SELECT COUNT(*) FROM sys_audit WHERE kind = 'access-change'"), System.Globalization.CultureInfo.InvariantCulture));
    }
}
