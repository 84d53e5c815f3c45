using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>Validations that only warn: nothing is stored until whoever saves has confirmed them, and the history keeps who did.</summary>
public sealed class WarningTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Warning_IsConfirmedByName_AndKeptInTheHistory(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, Order());
        var order = new RecordInput
        {
            Values = Values(("number", "A"), ("total", "1")),
            Lines = new Dictionary<string, IReadOnlyList<RecordInput>>
            {
                ["line"] = [new() { Values = Values(("product", "p"), ("price", "5")) }, new() { Values = Values(("product", "q"), ("price", "1")) }],
            },
        };

        var asked = Assert.IsType<SaveResult.Unconfirmed>(await SaveAsync(database, order));
        Assert.Equal(["0 small record.validation ", "0 line[1].cheap record.validation line[1].price"], asked.Warnings.Select(Describe));
        Assert.Equal("", await database.FindAsync("order"));

        var half = Assert.IsType<SaveResult.Unconfirmed>(await SaveAsync(database, order with { Confirmed = new HashSet<string> { "small", "line[0].cheap", "cheap" } }));
        Assert.Equal(["line[1].cheap"], half.Warnings.Select(warning => warning.Name));

        var saved = Assert.IsType<SaveResult.Saved>(await SaveAsync(database, order with { Confirmed = asked.Warnings.Select(warning => warning.Name).ToHashSet() }));
        Assert.Equal(["small", "line[1].cheap"], saved.Confirmed.Select(warning => warning.Name));
        using var history = JsonDocument.Parse(await database.HistoryAsync("order", saved.Records[0].Id));
        Assert.Equal("""{"small":["合计太小",null]}""", history.RootElement.GetProperty("$confirmed").GetRawText());
        Assert.Equal("", await database.ExamineAsync());

        // What was confirmed before and is not touched is not asked again; what is touched is.
        await database.ChangeAsync("order", saved.Records[0].Id, Value("number", "B"));
        var touched = new RecordInput { Id = saved.Records[0].Id, Values = Values(("total", "2")) };
        Assert.Equal("small", Assert.Single(Assert.IsType<SaveResult.Unconfirmed>(await SaveAsync(database, touched)).Warnings).Name);
    }

    [Fact]
    public async Task Warning_BesideAnError_IsNotAskedYet()
    {
        await using var database = await FieldDatabase.CreateAsync(DatabaseProvider.Sqlite, Order());

        Assert.Equal("record.required number", await database.RefuseAsync("order", Value("total", "1")));
    }

    [Theory]
    [EveryDatabase]
    public async Task Import_WithWarnings_StoresAndSaysThem(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, Order());

        var result = await database.RunImportAsync("order", "number,total\nA,1\nB,50\nC,x\nD,2\n", skipErrors: true);

        Assert.Equal((3, 1), (result.Created, result.BadRows));
        Assert.Equal(["2 record.validation 合计太小", "5 record.validation 合计太小"], result.Warnings.Select(warning => $"{warning.Row} {warning.Diagnostic.Code} {warning.Diagnostic.Message.Chinese}"));
        Assert.Equal("A B D", await database.FindAsync("order"));
    }

    [Theory]
    [EveryDatabase]
    public async Task LineAlone_ThatMakesItsRecordWarn_ConfirmsForIt(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(provider, Form("order").Field("number", "text")
            .Lines("line", line => line.Field("price", "number"), "sub-table").FormValid("SUM([line.price]) < 10", "合计太大", Severity.Warning, "large"));
        var order = await database.AddAsync("order", Value("number", "A"));
        var line = new RecordInput { Values = new Dictionary<string, InputValue> { ["order"] = InputValue.Of((decimal)order), ["price"] = InputValue.Of(11m) } };

        Assert.Equal("large", Assert.Single(Assert.IsType<SaveResult.Unconfirmed>(await SaveAsync(database, line, "order-line")).Warnings).Name);
        Assert.IsType<SaveResult.Saved>(await SaveAsync(database, line with { Confirmed = new HashSet<string> { "large" } }, "order-line"));
    }

    private static FormBuilder Order() => Form("order").Field("number", "text").Required().Field("total", "number")
        .Lines("line", line => line.Field("product", "text").Field("price", "number").Valid("[price] > 2", "价格过低", Severity.Warning, "cheap"), "sub-table")
        .FormValid("ISBLANK([total]) OR [total] > 9", "合计太小", Severity.Warning, "small");

    private static string Describe(RecordWarning warning) => $"{warning.Index} {warning.Name} {warning.Diagnostic.Code} {warning.Diagnostic.Path}";

    private static Task<SaveResult> SaveAsync(FieldDatabase database, RecordInput input, string form = "order")
        => database.Published.Pipeline.SaveAsync(new(database.Form(form), [input], Actor.System, ChangeSource.Command), Cancellation);

    private static Dictionary<string, InputValue> Values(params (string Key, string Text)[] values) => values.ToDictionary(value => value.Key, value => InputValue.Of(value.Text));

    private static (string, InputValue) Value(string key, string text) => (key, InputValue.Of(text));
}
