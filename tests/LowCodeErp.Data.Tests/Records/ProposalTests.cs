using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>Defaults that follow from other fields, and fields that a chosen reference fills, where a call or a file leaves them open.</summary>
public sealed class ProposalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task DefaultFormula_StandsWhereNothingIsGiven(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, Form("order").Field("number", "text").Field("price", "number").Default("5")
            .Field("list-price", "number").DefaultFormula("[price] * 2").Field("start", "date").DefaultFormula("TODAY()").Field("label", "text").DefaultFormula("[list-price] & \"元\"")
            .Field("total", "number").Formula("[list-price] + 1"));
        var open = await database.ReadAsync("order", await database.AddAsync("order", Value("number", "A")));
        Assert.Equal(["A", 5m, 10m, open.Values[3], "10元", 11m], open.Values);
        Assert.IsType<DateOnly>(open.Values[3]);

        var given = await database.ReadAsync("order", await database.AddAsync("order", Value("price", "7"), Value("list-price", "1"), ("label", InputValue.Blank)));
        Assert.Equal([null, 7m, 1m, given.Values[3], null, 2m], given.Values);

        Assert.Equal("", await database.ImportAsync("order", "number,price\nB,8\n"));
        var imported = await database.FindRowAsync("order", "number", "B");
        Assert.Equal([8m, 16m, "16元"], new[] { imported.Values[1], imported.Values[2], imported.Values[4] });

        // A change later brings no default back.
        await database.ChangeAsync("order", imported.Id, Value("price", "1"), ("label", InputValue.Blank));
        Assert.Equal([1m, 16m, null], (await database.ReadAsync("order", imported.Id)).Values.Where((_, index) => index is 1 or 2 or 4));
    }

    [Theory]
    [EveryDatabase]
    public async Task Fill_FromAChosenReference_UnlessItIsGiven(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider,
            Form("region").Field("name", "text").Field("tax", "number"),
            Form("customer").Field("name", "text").Field("term", "number").Reference("region", "region"),
            Form("order").Field("number", "text").Reference("customer", "customer").Reference("region", "region").FillFrom("customer.region")
                .Field("tax", "number").FillFrom("region.tax").Field("term", "number", new { maximum = 50 }).Default("1").FillFrom("customer.term")
                .Field("due", "number").DefaultFormula("[term] + 1"));
        await database.AddAsync("region", Value("name", "华东"), Value("tax", "6"));
        await database.AddAsync("customer", Value("name", "甲"), Value("term", "30"), Value("region", "华东"));
        await database.AddAsync("customer", Value("name", "乙"), Value("term", "90"));

        Assert.Equal("华东 6 30 31", await OrderAsync(await database.AddAsync("order", Value("number", "A"), Value("customer", "甲"))));
        Assert.Equal("- - 1 2", await OrderAsync(await database.AddAsync("order", Value("number", "B"))));
        Assert.Equal("华东 7 10 11", await OrderAsync(await database.AddAsync("order", Value("customer", "甲"), Value("tax", "7"), Value("term", "10"))));

        // What does not fit is told, unless it was not to be taken over.
        Assert.Equal("field.number.too-large term", await database.RefuseAsync("order", Value("customer", "乙")));
        var other = await database.AddAsync("order", Value("number", "C"), Value("customer", "乙"), Value("term", "5"));
        Assert.Equal("- - 5 6", await OrderAsync(other));

        // Choosing another one fills anew; saving again does not.
        await database.ChangeAsync("order", other, Value("customer", "甲"));
        Assert.Equal("华东 6 30 6", await OrderAsync(other));
        await database.ChangeAsync("order", other, Value("term", "9"));
        await database.ChangeAsync("order", other, Value("number", "D"), Value("customer", "甲"));
        Assert.Equal("华东 6 9 6", await OrderAsync(other));
        Assert.Equal("", await database.ImportAsync("order", "number,customer\nE,甲\n"));
        Assert.Equal("华东 6 30 31", await OrderAsync((await database.FindRowAsync("order", "number", "E")).Id));

        async Task<string> OrderAsync(long id)
        {
            var row = await database.ReadAsync("order", id);
            return $"{row.TitleOf(row.Form["region"]) ?? "-"} {row.Values[3] ?? "-"} {row.Values[4] ?? "-"} {row.Values[5] ?? "-"}";
        }
    }

    /// <summary>Of a record, of a line through its record, and by a file; where the way leads nowhere it is blank.</summary>
    [Theory]
    [EveryDatabase]
    public async Task DefaultFormula_ThroughReferences_ReadsWhatIsStored(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider,
            Form("region").Field("name", "text").Field("rate", "number").Field("double", "number").Formula("[rate] * 2"),
            Form("customer").Field("name", "text").Field("discount", "number").Reference("region", "region"),
            Form("order").Field("number", "text").Reference("customer", "customer")
                .Field("discount", "number").DefaultFormula("[customer.discount] + 1").Field("rate", "number").DefaultFormula("[customer.region.double]")
                .Lines("line", line => line.Field("product", "text").Field("price", "number").DefaultFormula("[order.customer.discount] * 10 + LEN([product])"), "sub-table"));
        await database.AddAsync("region", Value("name", "华东"), Value("rate", "6"));
        await database.AddAsync("customer", Value("name", "甲"), Value("discount", "3"), Value("region", "华东"));
        await database.AddAsync("customer", Value("name", "乙"), Value("discount", "5"));

        Assert.Equal("4 12", await OrderAsync(await database.AddAsync("order", Value("number", "A"), Value("customer", "甲"))));
        Assert.Equal("6 -", await OrderAsync(await database.AddAsync("order", Value("number", "B"), Value("customer", "乙"))));
        Assert.Equal("9 12", await OrderAsync(await database.AddAsync("order", Value("number", "C"), Value("customer", "甲"), Value("discount", "9"))));
        Assert.Equal("", await database.ImportAsync("order", "number,customer\nE,甲\nF,乙\n"));
        Assert.Equal("4 12", await OrderAsync((await database.FindRowAsync("order", "number", "E")).Id));
        Assert.Equal("6 -", await OrderAsync((await database.FindRowAsync("order", "number", "F")).Id));

        var order = new RecordInput
        {
            Values = new Dictionary<string, InputValue> { ["number"] = InputValue.Of("G"), ["customer"] = InputValue.Of("乙") },
            Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [new() { Values = new Dictionary<string, InputValue> { ["product"] = InputValue.Of("茶叶") } }] },
        };
        Assert.IsType<SaveResult.Saved>(await database.Published.Pipeline.SaveAsync(new(database.Form("order"), [order], Actor.System, ChangeSource.Command), Cancellation));
        Assert.Equal(52m, (await database.FindRowAsync("order-line", "product", "茶叶"))[database.Form("order-line")["price"]].Content);

        async Task<string> OrderAsync(long id)
        {
            var row = await database.ReadAsync("order", id);
            return $"{row[row.Form["discount"]].Content ?? "-"} {row[row.Form["rate"]].Content ?? "-"}";
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadOnlyField_TakesWhatIsProposed_AndNothingElse(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider,
            Form("product").Field("name", "text").Field("price", "number"),
            Form("order").Field("number", "text").Lines("line", line => line.Reference("product", "product").Field("price", "number").FillFrom("product.price").ReadOnlyWhen("TRUE")
                .Field("quantity", "number").DefaultFormula("IF([order.number] = \"A\", 3, 4)").ReadOnlyWhen("TRUE"), "sub-table"));
        await database.AddAsync("product", Value("name", "茶"), Value("price", "8"));

        Assert.Equal("", await AddAsync(Value("product", "茶")));
        Assert.Equal("", await AddAsync(Value("product", "茶"), Value("price", "8"), Value("quantity", "3")));
        Assert.Equal("record.field.read-only line[0].price; record.field.read-only line[0].quantity", await AddAsync(Value("product", "茶"), Value("price", "7"), Value("quantity", "4")));

        async Task<string> AddAsync(params (string Key, InputValue Value)[] line)
        {
            var order = new RecordInput
            {
                Values = new Dictionary<string, InputValue> { ["number"] = InputValue.Of("A") },
                Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [new() { Values = line.ToDictionary(value => value.Key, value => value.Value) }] },
            };
            var result = await database.Published.Pipeline.SaveAsync(new(database.Form("order"), [order], Actor.System, ChangeSource.Command), Cancellation);
            return result is SaveResult.Invalid invalid ? string.Join("; ", invalid.Problems.Select(problem => $"{problem.Diagnostic.Code} {problem.Diagnostic.Path}")) : "";
        }
    }

    private static (string, InputValue) Value(string key, string text) => (key, InputValue.Of(text));
}
