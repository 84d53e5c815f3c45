using LowCodeErp.Core.Values;
using LowCodeErp.Data.Health;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>Fields that are computed in the query, since their values change without their record.</summary>
public sealed class LiveFieldTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Read_Record_GivesWhatItsFormulasGive(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var row = (await ReadAsync(database, "A2")).Single();

        Assert.Equal("Bolt", row[Field(database, "buyer")].Content);
        Assert.Equal(0.33m, row[Field(database, "share")].Content);
        Assert.Equal(0.66m, row[Field(database, "double-share")].Content);
        Assert.Equal(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8)), row[Field(database, "today")].Content);
        Assert.Equal(true, row[Field(database, "is-large")].Content);
        Assert.Equal("North", row[Field(database, "place")].Content);
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_RecordWithoutReference_GivesBlanks(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        var row = (await ReadAsync(database, "A4")).Single();

        Assert.All(["buyer", "share", "place"], key => Assert.True(row[Field(database, key)].IsBlank, key));
        Assert.Equal(0m, row[Field(database, "double-share")].Content);
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_AfterTheReferredRecordChanged_FollowsWithoutASave(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        await database.ExecuteAsync("UPDATE customer SET name = 'Changed', credit = 10 WHERE name = 'Bolt'");

        var row = (await ReadAsync(database, "A2")).Single();
        Assert.Equal(("Changed", 0.1m, 1L), (row[Field(database, "buyer")].Content, row[Field(database, "share")].Content, row.Version));
    }

    [Theory]
    [EveryDatabase]
    public async Task Find_ByLiveFields_FindsAsByColumns(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var share = FieldPath.Of(Field(database, "share"));

        Assert.Equal("A3", await FindAsync(database, new Condition.Compare(share, ComparisonOperator.Greater, new(ValueKind.Number, 9m))));
        Assert.Equal("A2", await FindAsync(database, new Condition.Compare(share, ComparisonOperator.Equal, new(ValueKind.Number, 0.33m))));
        Assert.Equal("A1,A3", await FindAsync(database, new Condition.OneOf(share, [new(ValueKind.Number, 9m), new(ValueKind.Number, 10m)])));
        Assert.Equal("A4", await FindAsync(database, new Condition.IsBlank(share)));
        Assert.Equal("A2", await FindAsync(database, new Condition.Contains(FieldPath.Of(Field(database, "buyer")), "bOL")));
        Assert.Equal("A1,A2,A3", await FindAsync(database, new Condition.IsNotBlank(FieldPath.Of(Field(database, "buyer")))));
        Assert.Equal("A1,A3", await FindAsync(database, Formula(database, "[share] + [double-share] > 20")));
        Assert.Equal("A2", await FindAsync(database, Formula(database, "[buyer] = \"Bolt\" AND [today] = TODAY()")));
    }

    [Theory]
    [EveryDatabase]
    public async Task Find_ThroughAReferenceOrOverLines_ReadsTheirLiveFields(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);

        Assert.Equal("A3,A4", await FindAsync(database, Formula(database, "[previous.share] > 0.3")));
        Assert.Equal("A1", await FindAsync(database, Formula(database, "SUM([line.worth]) = 27")));
        Assert.Equal("A3", await FindAsync(database, new Condition.Compare(FieldPath.Find(database.Form("order"), "previous.share")!, ComparisonOperator.Equal, new(ValueKind.Number, 0.33m))));
    }

    [Theory]
    [EveryDatabase]
    public async Task Sort_ByALiveField_OrdersByItsValueBlanksLast(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var share = FieldPath.Of(Field(database, "share"));
        var query = new RecordQuery(database.Form("order"));

        Assert.Equal(["A2", "A1", "A3", "A4"], await TitlesAsync(database, query with { Sort = [new(share)] }));
        Assert.Equal(["A3", "A1", "A2", "A4"], await TitlesAsync(database, query with { Sort = [new(share, Descending: true)] }));
        Assert.Equal(["A3", "A4"], await TitlesAsync(database, query with { Sort = [new(share)], Skip = 2, Take = 2 }));
        Assert.Equal(["A2", "A3", "A1", "A4"], await TitlesAsync(database, query with { Sort = [new(FieldPath.Of(Field(database, "buyer")), Descending: true)] }));
    }

    [Theory]
    [EveryDatabase]
    public async Task Publish_StoredFieldBecomesLiveAndStoredAgain_KeepsTheColumnAndComputes(DatabaseProvider provider)
    {
        static FormBuilder[] Forms(string formula) => [Form("customer").Text("name"), Form("order").Text("number").Reference("customer", "customer").Number("n").Formula(formula)];
        await using var database = await PublishedDatabase.CreateAsync(provider, Forms("1 + 1"));
        await database.InsertAsync("order", ["A1", null, 2m]);

        await database.PublishAsync(Forms("DAYS(TODAY() + 3, TODAY())"));
        Assert.Equal(3m, (await ReadAsync(database, "A1")).Single()[Field(database, "n")].Content);

        await database.PublishAsync(Forms("4"));
        Assert.Equal(4m, (await database.FindAsync("order", 1))!.Values[2]);
        Assert.Empty(await new Doctor(database.Database.Connections, database.Workspace).ExamineAsync(Cancellation));
    }

    [Fact]
    public async Task Save_ValueForALiveField_IsRefused()
    {
        await using var database = await CreateAsync(DatabaseProvider.Sqlite);
        var input = new RecordInput { Values = new Dictionary<string, InputValue> { ["number"] = InputValue.Of("A9"), ["share"] = InputValue.Of(1m) } };

        var result = await database.Pipeline.SaveAsync(new(database.Form("order"), [input], Actor.System, ChangeSource.Import), Cancellation);

        Assert.Equal("record.field.computed", Assert.IsType<SaveResult.Invalid>(result).Problems.Single().Diagnostic.Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadLines_LiveFieldOfTheRecord_IsThatOfEachLine(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var order = database.Form("order");
        var id = (await ReadAsync(database, "A1")).Single().Id;

        var lines = await database.Queries.ReadLinesAsync(order["line"], id, Actor.System, Cancellation);

        Assert.Equal([9m, 18m], lines.Select(line => line[order["line"].Lines!["worth"]].Content));
    }

    private static async Task<PublishedDatabase> CreateAsync(DatabaseProvider provider)
    {
        var database = await PublishedDatabase.CreateAsync(
            provider,
            Form("region").Text("name"),
            Form("customer").Text("name").Number("credit").Reference("region", "region"),
            Form("order").Text("number").Number("price").Reference("customer", "customer").Reference("previous", "order")
                .Field("buyer", "lookup", new { reference = "customer", field = "name" })
                .Number("double-share").Formula("[share] * 2")
                .Number("share").Formula("[price] / [customer.credit]")
                .Date("today").Formula("TODAY()")
                .Boolean("is-large").Formula("[customer.credit] > 2")
                .Text("place").Formula("[customer.region.name]")
                .Lines("line", line => line.Number("quantity").Number("worth").Formula("[quantity] * [order.price]")));
        var north = await database.InsertAsync("region", ["North"]);
        var customers = await database.InsertAsync("customer", ["Ace", 1m, null], ["Bolt", 3m, north]);
        var first = await database.InsertAsync("order", NewOrder("A1", 9m, customers, null), NewOrder("A2", 1m, customers + 1, null));
        await database.InsertAsync("order", NewOrder("A3", 10m, customers, first + 1), NewOrder("A4", 10m, null, first));
        await database.InsertAsync("order-line", [first, 1m, null], [first, 2m, null]);
        return database;
    }

    private static object?[] NewOrder(string number, decimal price, long? customer, long? previous)
        => [number, price, customer, previous, null, null, null, null, null, null, null];

    private static FieldModel Field(PublishedDatabase database, string key) => database.Form("order")[key];

    private static Condition Formula(PublishedDatabase database, string text)
        => new FormulaConditions(database.Workspace, SqlProviders.Sqlite | SqlProviders.PostgreSql).Create(database.Form("order"), text, new(TimeProvider.System.GetUtcNow().UtcDateTime, database.Workspace.TimeZone))!;

    private static async Task<IReadOnlyList<RecordRow>> ReadAsync(PublishedDatabase database, string number)
        => (await database.Queries.ReadPageAsync(new(database.Form("order")) { Where = new Condition.Compare(FieldPath.Of(Field(database, "number")), ComparisonOperator.Equal, Value.Of(number)) }, Actor.System, Cancellation)).Rows;

    private static async Task<string> FindAsync(PublishedDatabase database, Condition where)
        => string.Join(',', await TitlesAsync(database, new(database.Form("order")) { Where = where, Sort = [new(FieldPath.Of(Field(database, "number")))] }));

    private static async Task<IEnumerable<string>> TitlesAsync(PublishedDatabase database, RecordQuery query)
        => (await database.Queries.ReadPageAsync(query, Actor.System, Cancellation)).Rows.Select(row => (string)row.Values[0]!);
}
