using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Access.AccessDatabase;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>What members may change: the pipeline decides, whatever a page offered (R110, R111).</summary>
public sealed class WriteRightsTests
{
    private const string Sales = """
        {"key": "sales", "label": {"zh-CN": "销售"}, "grants": [
          {"form": "customer", "operations": ["view"], "fields": [{"fields": ["credit"], "access": "read"}]},
          {"form": "customer", "operations": ["create", "edit", "delete"], "rows": "own", "fields": [{"fields": ["credit"], "access": "read"}, {"fields": ["phone"], "access": "read", "when": "[region] = \"locked\""}]},
          {"form": "order", "operations": ["view"]},
          {"form": "order", "operations": ["create", "edit"], "rows": "condition", "condition": "[amount] < 100", "fields": [{"fields": ["line.price"], "access": "read"}]}
        ]}
        """;

    private const string Blind = """{"key": "blind", "label": {"zh-CN": "不看电话"}, "grants": [{"form": "customer", "operations": ["view", "edit"], "fields": [{"fields": ["phone"], "access": "hidden"}]}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Edit_OfOthersRecords_IsRefusedAndOfOnesOwnTaken(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales);
        await database.GiveAsync(Ann, "sales");
        var (mine, other) = (await database.AddCustomerAsync("A", Ann), await database.AddCustomerAsync("B", Bob));

        Assert.Equal("access.refused", Problems(await database.SaveAsync("customer", other, Member(Ann), ("name", InputValue.Of("changed")))));
        Assert.IsType<SaveResult.Saved>(await database.SaveAsync("customer", mine, Member(Ann), ("name", InputValue.Of("changed"))));
        Assert.Equal("access.refused", Problems(await database.Published.Pipeline.DeleteAsync(new(database.Form("customer"), [new() { Id = other }], Member(Ann), ChangeSource.Page), Cancellation)));
        Assert.Equal("B changed", await database.SeenAsync("customer", Ann));
        Assert.IsType<SaveResult.Saved>(await database.Published.Pipeline.DeleteAsync(new(database.Form("customer"), [new() { Id = mine }], Member(Ann), ChangeSource.Page), Cancellation));
        Assert.Equal("B", await database.SeenAsync("customer", Ann));
        Assert.IsType<SaveResult.Saved>(await database.Published.Pipeline.RestoreAsync(new(database.Form("customer"), [new() { Id = mine }], Member(Ann), ChangeSource.Page), Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Create_OfWhatIsNotOnesOwn_IsRefusedAndNothingIsStored(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales);
        await database.GiveAsync(Ann, "sales");

        Assert.Equal("access.refused", Problems(await database.SaveAsync("customer", null, Member(Ann), ("name", InputValue.Of("X")), ("owner", InputValue.Of((decimal)Bob)))));
        Assert.Equal("access.refused", Problems(await database.SaveAsync("order", null, Member(Ann), ("number", InputValue.Of("1")), ("amount", InputValue.Of(100m)))));
        Assert.Equal("access.refused-form", Problems(await database.SaveAsync("customer", null, Member(Bob), ("name", InputValue.Of("X")))));
        Assert.Equal("", await database.SeenAsync("customer", Ann));
        await database.AddAsync("customer", Member(Ann), ("name", InputValue.Of("Y")));
        Assert.Equal("Y", await database.SeenAsync("customer", Ann));
    }

    [Theory]
    [EveryDatabase]
    public async Task Field_ThatMayOnlyBeRead_IsNotChanged(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales);
        await database.GiveAsync(Ann, "sales");
        var (open, locked) = (await database.AddCustomerAsync("A", Ann, credit: 5), await database.AddCustomerAsync("B", Ann, region: "locked"));

        Assert.Equal("access.field-refused credit", Problems(await database.SaveAsync("customer", open, Member(Ann), ("credit", InputValue.Of(6m)), ("phone", InputValue.Of("1")))));
        Assert.Equal("access.field-refused credit", Problems(await database.SaveAsync("customer", open, Member(Ann), ("credit", InputValue.Blank))));
        Assert.IsType<SaveResult.Saved>(await database.SaveAsync("customer", open, Member(Ann), ("credit", InputValue.Of(5m)), ("phone", InputValue.Of("1"))));
        Assert.Equal("access.field-refused phone", Problems(await database.SaveAsync("customer", locked, Member(Ann), ("phone", InputValue.Of("1")))));
        Assert.Equal("access.field-refused credit", Problems(await database.SaveAsync("customer", null, Member(Ann), ("name", InputValue.Of("C")), ("credit", InputValue.Of(1m)))));
    }

    [Theory]
    [EveryDatabase]
    public async Task Field_ThatOneRoleFillsInWhenCreating_IsNotOpenedByItForEditing(DatabaseProvider provider)
    {
        const string Editor = """{"key": "editor", "label": {"zh-CN": "修改"}, "grants": [{"form": "customer", "operations": ["view", "edit"], "fields": [{"fields": ["credit"], "access": "read"}]}]}""";
        const string Creator = """{"key": "creator", "label": {"zh-CN": "新建"}, "grants": [{"form": "customer", "operations": ["create"]}]}""";
        await using var database = await CreateAsync(provider, Editor, Creator);
        await database.GiveAsync(Ann, "editor");
        await database.GiveAsync(Ann, "creator");

        var created = await database.AddAsync("customer", Member(Ann), ("name", InputValue.Of("A")), ("credit", InputValue.Of(5m)));

        Assert.Equal("access.field-refused credit", Problems(await database.SaveAsync("customer", created, Member(Ann), ("credit", InputValue.Of(6m)))));
        Assert.IsType<SaveResult.Saved>(await database.SaveAsync("customer", created, Member(Ann), ("name", InputValue.Of("B"))));
    }

    [Theory]
    [EveryDatabase]
    public async Task Field_ThatWasNotShown_KeepsItsValueWhenThePageHandsInABlank(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Blind);
        await database.GiveAsync(Ann, "blind");
        var customer = await database.AddCustomerAsync("A", Ann, phone: "kept");

        Assert.IsType<SaveResult.Saved>(await database.SaveAsync("customer", customer, Member(Ann), ("name", InputValue.Of("B")), ("phone", InputValue.Blank)));
        Assert.Equal("access.field-refused phone", Problems(await database.SaveAsync("customer", customer, Member(Ann), ("phone", InputValue.Of("x")))));

        var stored = (await database.Published.FindAsync("customer", customer))!.Values;
        Assert.Equal(("B", "kept"), (stored[0], stored[2]));
    }

    [Theory]
    [EveryDatabase]
    public async Task Lines_GoByTheRightsOfTheirRecord(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales);
        await database.GiveAsync(Ann, "sales");
        var customer = await database.AddCustomerAsync("A", Ann);
        var (small, large) = (await database.AddOrderAsync("1", customer, 5), await database.AddOrderAsync("2", customer, 500));

        Assert.Equal("access.refused", Problems(await AddLineAsync(database, large, null)));
        Assert.Equal("access.field-refused price", Problems(await AddLineAsync(database, small, 7m)));
        Assert.IsType<SaveResult.Saved>(await AddLineAsync(database, small, null));
    }

    [Theory]
    [EveryDatabase]
    public async Task Reference_ToWhatIsNotSeen_IsAsIfItWereNotThere(DatabaseProvider provider)
    {
        const string Own = """{"key": "own", "label": {"zh-CN": "自己的"}, "grants": [{"form": "customer", "operations": ["view"], "rows": "own"}, {"form": "order", "operations": ["view", "create"]}]}""";
        await using var database = await CreateAsync(provider, Own);
        await database.GiveAsync(Ann, "own");
        var canary = await database.AddCustomerAsync("canary", Bob);
        await database.AddCustomerAsync("A", Ann);

        Assert.Equal("record.reference.not-found customer", Problems(await database.SaveAsync("order", null, Member(Ann), ("number", InputValue.Of("1")), ("customer", InputValue.Of("canary")))));
        Assert.Equal("record.reference.gone customer", Problems(await database.SaveAsync("order", null, Member(Ann), ("number", InputValue.Of("1")), ("customer", InputValue.Of((decimal)canary)))));
        Assert.IsType<SaveResult.Saved>(await database.SaveAsync("order", null, Member(Ann), ("number", InputValue.Of("1")), ("customer", InputValue.Of("A"))));
    }

    [Theory]
    [EveryDatabase]
    public async Task StaleSave_OfARecordThatIsNotSeen_TellsNothingOfIt(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Sales.Replace("\"view\"]", "\"view\"], \"rows\": \"own\"", StringComparison.Ordinal));
        await database.GiveAsync(Ann, "sales");
        var other = await database.AddCustomerAsync("B", Bob);

        var result = await database.Published.Pipeline.SaveAsync(
            new(database.Form("customer"), [new() { Id = other, Version = 7, Values = new Dictionary<string, InputValue> { ["name"] = InputValue.Of("x") } }], Member(Ann), ChangeSource.Page), Cancellation);

        var conflict = Assert.IsType<SaveResult.Conflict>(result).Change;
        Assert.Equal((null, true, 0), (conflict.ChangedBy, conflict.IsDeleted, conflict.Fields.Count));
    }

    private static Task<SaveResult> AddLineAsync(AccessDatabase database, long order, decimal? price)
        => database.SaveAsync("order-line", null, Member(Ann), ("order", InputValue.Of((decimal)order)), ("item", InputValue.Of("x")), ("price", price is { } given ? InputValue.Of(given) : InputValue.Blank));
}
