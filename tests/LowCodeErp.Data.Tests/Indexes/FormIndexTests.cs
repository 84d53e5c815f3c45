using LowCodeErp.Core.Values;
using LowCodeErp.Data.Indexes;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Publishing;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Indexes;

/// <summary>Indexes that an administrator adds: who may, of what, and what becomes of them when the form is published anew.</summary>
public sealed class FormIndexTests
{
    private static readonly Actor _clerk = new(7, "clerk", IsAdministrator: false);

    private static readonly string[] _built = ["status amount", "day", "customer day"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Add_ThenList_NamesFormAndFieldsAndAddsNoneTwice(DatabaseProvider provider)
    {
        await using var orders = await OrdersDatabase.CreateAsync(provider, records: 10);

        await orders.AddAsync("status amount");
        await orders.AddAsync("status amount");
        await orders.AddAsync("customer");

        var listed = await orders.Indexes.ListAsync(Cancellation);
        Assert.Equal(["customer", "status,amount"], listed.Select(index => string.Join(',', index.Fields.Select(field => field.Key))).Order());
        Assert.All(listed, index => Assert.True(index is { IsUsable: true, Form.Key: "order" }));
    }

    [Theory]
    [EveryDatabase]
    public async Task Add_WhatNobodyMay_IsRefused(DatabaseProvider provider)
    {
        await using var orders = await OrdersDatabase.CreateAsync(provider, records: 10);
        async Task<string> AddAsync(Actor actor, params string[] fields)
            => (await orders.Indexes.AddAsync(orders.Order, [.. fields.Select(key => orders.Order[key])], actor, Cancellation)).Single().Code;

        Assert.Equal("index.not-allowed", await AddAsync(_clerk, "status"));
        Assert.Equal("index.not-suitable", await AddAsync(Actor.System, "note"));
        Assert.Equal("index.not-suitable", await AddAsync(Actor.System, "tags"));
        Assert.Equal("index.wrong-fields", await AddAsync(Actor.System));
        Assert.Equal("index.wrong-fields", await AddAsync(Actor.System, "status", "status"));
        Assert.Equal("index.unknown", (await orders.Indexes.RemoveAsync("lx_nothing", Actor.System, Cancellation)).Single().Code);
        Assert.Equal("index.not-allowed", (await orders.Indexes.RemoveAsync("lx_nothing", _clerk, Cancellation)).Single().Code);
        Assert.Empty(await orders.Indexes.ListAsync(Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_OtherFields_LeavesTheIndexAlone(DatabaseProvider provider)
    {
        await using var orders = await OrdersDatabase.CreateAsync(provider, records: 10);
        await orders.AddAsync("status amount");

        await orders.Database.PublishAsync(OrdersDatabase.Customers, OrdersDatabase.Orders.Text("added", length: 5));

        Assert.Equal("status amount", Assert.Single(await FieldsAsync(orders)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_ARetypedField_MakesTheIndexOnItsNewColumn(DatabaseProvider provider)
    {
        await using var notes = await NotesDatabase.CreateAsync(provider, NoteOf("number"), "12", "13.5");
        var published = notes.Fields.Published;
        var indexes = new FormIndexes(published.Database.Connections, new(published.Database.Connections), published.Workspace, published.Rights);
        Assert.Empty(await indexes.AddAsync(published.Form("note"), [published.Form("note")["amount"]], Actor.System, Cancellation));

        Assert.Empty(await notes.PublishAsync(NoteOf("date", "number")));
        Assert.Empty(await notes.PublishAsync(NoteOf("date", "text")));

        Assert.Equal("amount", Assert.Single(Assert.Single(await indexes.ListAsync(Cancellation)).Fields).Key);
        Assert.Equal(["12", "13.5"], await notes.ReadAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_WithoutAField_DropsItsIndexAndPurgingWorks(DatabaseProvider provider)
    {
        await using var orders = await OrdersDatabase.CreateAsync(provider, records: 10);
        await orders.AddAsync("amount day");
        await orders.AddAsync("status");

        await orders.Database.PublishAsync(OrdersDatabase.Customers, OrdersWith(form => form));
        var kept = await orders.Database.Kept.ListAsync(Cancellation);

        Assert.Equal("status", Assert.Single(await FieldsAsync(orders)));
        Assert.Empty(await orders.Database.Kept.PurgeAsync([kept.Single().Name], Actor.System, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_WithoutTheFormAndAgain_StartsWithoutAnIndex(DatabaseProvider provider)
    {
        await using var orders = await OrdersDatabase.CreateAsync(provider, records: 10);
        await orders.AddAsync("status");

        await orders.Database.PublishAsync(OrdersDatabase.Customers);
        await orders.Database.PublishAsync(OrdersDatabase.Customers, OrdersDatabase.Orders);
        await orders.AddAsync("status");

        Assert.Equal("status", Assert.Single(await FieldsAsync(orders)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Add_WhileOthersSaveAndPublish_HindersNobody(DatabaseProvider provider)
    {
        await using var orders = await OrdersDatabase.CreateAsync(provider, records: 20_000);
        var database = orders.Database;
        var saves = Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var number = 0; number < 10; number++)
            {
                var input = new RecordInput { Values = new Dictionary<string, InputValue> { ["name"] = InputValue.Of($"{writer}-{number}") } };
                Assert.IsType<SaveResult.Saved>(await database.Pipeline.SaveAsync(new(database.Form("customer"), [input], Actor.System, ChangeSource.Page), Cancellation));
            }
        }));
        var builds = _built.Select(fields => Task.Run(
            async () => Assert.Empty(await orders.Indexes.AddAsync(orders.Order, [.. fields.Split(' ').Select(key => orders.Order[key])], Actor.System, Cancellation))));
        var publication = Task.Run(() => database.PublishAsync(OrdersDatabase.Customers, OrdersDatabase.Orders.Text("added", length: 5)), Cancellation);

        await Task.WhenAll([.. saves, .. builds, publication]);

        Assert.Equal(3, (await FieldsAsync(orders)).Count);
        Assert.Equal(82L, Convert.ToInt64(await database.QueryAsync("SELECT COUNT(*) FROM customer"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotNull(orders.Order.Find("added"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Advice_OfAFormWithFewRecords_IsNone(DatabaseProvider provider)
    {
        await using var orders = await OrdersDatabase.CreateAsync(provider, records: 1_000);

        Assert.Equal("", await orders.AdviseAsync(new(orders.Order) { Where = new Condition.OneOf(orders.Path("status"), [Value.Of("s1")]) }));
    }

    [Fact]
    public void Create_OnSqlServer_IsThisText()
        => Assert.Equal(
            "CREATE INDEX [lx_order_691a7a642034] ON [order] ([status], [id]) WHERE [deleted_at] IS NULL",
            IndexStatements.Create(DatabaseProvider.SqlServer, "order", ["status"], isOnline: true));

    private static Specifications.Apps.FormBuilder NoteOf(params string[] types)
        => types.Index().Aggregate(Form("note").Field("name", "text"), (form, type) => form.Field(type.Index == types.Length - 1 ? "amount" : $"other-{type.Item}", type.Item));

    private static Specifications.Apps.FormBuilder OrdersWith(Func<Specifications.Apps.FormBuilder, Specifications.Apps.FormBuilder> amount)
        => amount(Form("order").Text("number", length: 20, unique: true).Text("status", length: 20)).Date("day")
            .Boolean("urgent").Text("note").Reference("customer", "customer").Field("tags", "test-texts", new { length = 20 });

    private static async Task<IReadOnlyList<string>> FieldsAsync(OrdersDatabase orders)
        => [.. (await orders.Indexes.ListAsync(Cancellation)).Where(index => index.IsUsable).Select(index => string.Join(' ', index.Fields.Select(field => field.Key)))];
}
