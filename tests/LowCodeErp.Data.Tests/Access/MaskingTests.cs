using System.Globalization;
using System.Text;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Exporting;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Access.AccessDatabase;

namespace LowCodeErp.Data.Tests.Access;

/// <summary>Masked fields: shown are masks, and everything that filters, sorts or computes sees a blank (R111, R112).</summary>
public sealed class MaskingTests
{
    private const string Masked = """
        {"key": "masked", "label": {"zh-CN": "脱敏"}, "grants": [
          {"form": "customer", "operations": ["view", "create", "edit", "export"], "fields": [{"fields": ["name", "phone", "credit"], "access": "masked"}]},
          {"form": "order", "operations": ["view", "edit"], "fields": [{"fields": ["line.item"], "access": "masked"}]}
        ]}
        """;

    private const string EastMasked = """{"key": "east", "label": {"zh-CN": "华东脱敏"}, "grants": [{"form": "customer", "operations": ["view", "edit"], "fields": [{"fields": ["phone"], "access": "masked", "when": "[region] = \"east\""}]}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Field_ThatIsMasked_ShowsItsMaskAndIsBlankToEverythingElse(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Masked);
        var customer = await database.AddCustomerAsync("canary", Ann, phone: "13812345678", credit: 5);
        await database.AddCustomerAsync("other", Ann);
        await database.AddOrderAsync("1", customer, 5);
        await database.GiveAsync(Ann, "masked");
        var form = database.Form("customer");

        var row = (await database.FindAsync("customer", customer, Ann))!;
        Assert.Equal(("c**", "1**", "***"), (row.MaskOf(form["name"]), row.TextOf(form["phone"], CultureInfo.InvariantCulture), row.MaskOf(form["credit"])));
        Assert.Equal(["region", "owner", "turnover", "half-turnover"], form.ReadableFields.Where(field => !row[field].IsBlank).Select(field => field.Key));
        Assert.Equal(["name", "phone", "credit"], form.ReadableFields.Where(field => row.MaskOf(field) is not null).Select(field => field.Key));
        Assert.Equal("c**", (await database.ReadAsync("order", Ann)).Single().TitleOf(database.Form("order")["customer"]));
        Assert.Null((await database.ReadAsync("order", Ann)).Single()[database.Form("order")["phone"]].Content);
        Assert.Empty(await database.ReadAsync("customer", Ann, new Condition.Contains(database.Path("customer", "phone"), "138")));
        Assert.Empty(await database.ReadAsync("customer", Ann, search: "canary"));
        Assert.Equal(["c**", "o**"], (await database.Published.Queries.SuggestAsync(form, "", 10, Member(Ann), cancellationToken: Cancellation)).Select(found => found.Title));
        Assert.Empty(await database.Published.Queries.SuggestAsync(form, "c", 10, Member(Ann), cancellationToken: Cancellation));
        var groups = await database.Published.Queries.ReadGroupsAsync(new(form), new(form["phone"], [], 10), Member(Ann), Cancellation);
        Assert.Equal((null, 2), (groups.Groups.Single().Key.Content, groups.Groups.Single().Count));
    }

    [Fact]
    public async Task Mask_OfASubTable_IsRefusedWhenPublished()
    {
        const string Lines = """{"key": "lines", "label": {"zh-CN": "明细"}, "grants": [{"form": "bill", "operations": ["view"], "fields": [{"fields": ["line", "line.item"], "access": "masked"}]}]}""";
        await using var database = await CreateAsync(DatabaseProvider.Sqlite);
        var package = App.Named("bills", FormBuilder.Form("bill").Text("number").Lines("line", line => line.Text("item"))).WithRoles(Lines);

        var result = await database.Published.Publisher.PublishAsync(package, Actor.System, cancellationToken: Cancellation);

        var problem = Assert.Single(result.Diagnostics);
        Assert.Equal(("metadata.access.field.without-mask", true), (problem.Code, problem.Path.EndsWith("grants[0].fields[0].fields[0]", StringComparison.Ordinal)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Order_ByAMaskedField_IsThatOfTheRecords(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Masked);
        long[] ids = [await database.AddCustomerAsync("B", Ann), await database.AddCustomerAsync("C", Ann), await database.AddCustomerAsync("A", Ann)];
        await database.GiveAsync(Ann, "masked");

        var sorted = await database.Published.Queries.ReadPageAsync(new(database.Form("customer")) { Sort = [new(database.Path("customer", "name"))] }, Member(Ann), Cancellation);

        Assert.Equal(ids.Order(), sorted.Rows.Select(row => row.Id).Order());
        Assert.NotEqual([ids[2], ids[0], ids[1]], sorted.Rows.Select(row => row.Id));
    }

    [Theory]
    [EveryDatabase]
    public async Task Field_MaskedByACondition_IsMaskedInThoseRecordsAlone(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, EastMasked);
        var (east, west) = (await database.AddCustomerAsync("A", Ann, "east", "13812345678"), await database.AddCustomerAsync("B", Ann, "west", "13912345678"));
        await database.GiveAsync(Ann, "east");
        var phone = database.Form("customer")["phone"];

        var rows = await database.ReadAsync("customer", Ann);

        Assert.Equal(["1**", "13912345678"], rows.Select(row => row.TextOf(phone, CultureInfo.InvariantCulture)));
        Assert.Equal([west], (await database.ReadAsync("customer", Ann, new Condition.Contains(database.Path("customer", "phone"), "1"))).Select(row => row.Id));
        Assert.IsType<SaveResult.Saved>(await database.SaveAsync("customer", west, Member(Ann), ("phone", InputValue.Of("1"))));
        Assert.Equal("access.field-refused phone", Problems(await database.SaveAsync("customer", east, Member(Ann), ("phone", InputValue.Of("1")))));
    }

    [Theory]
    [EveryDatabase]
    public async Task HistoryAndExport_OfAMaskedField_HoldMasks(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Masked);
        var customer = await database.AddCustomerAsync("canary", Ann, phone: "13812345678", credit: 77);
        await database.GiveAsync(Ann, "masked");
        var form = database.Form("customer");

        var change = (await database.Published.Queries.ReadHistoryAsync(form, customer, Member(Ann), Cancellation)).Single();
        Assert.Equal(["credit", "name", "phone"], change.Masked.Order());
        Assert.Contains("\"phone\":[null,\"1**\"]", change.Changes, StringComparison.Ordinal);
        Assert.Contains("\"credit\":[null,\"***\"]", change.Changes, StringComparison.Ordinal);
        Assert.Contains("\"region\":[null,\"east\"]", change.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", change.Changes, StringComparison.Ordinal);

        using var output = new MemoryStream();
        await using (var writer = new CsvSheetWriter(output))
        {
            await new RecordExporter(database.Published.Queries, database.Published.Rights, database.Published.Audit)
                .WriteAsync(new(form) { Columns = [form["name"], form["phone"], form["credit"], form["region"]] }, writer, Member(Ann), CultureInfo.InvariantCulture, cancellationToken: Cancellation);
        }

        Assert.Contains("c**,1**,***,east", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_OfARecordWithMaskedFields_LeavesThemWhateverComesBack(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Masked);
        await database.GiveAsync(Ann, "masked");
        var customer = await database.AddCustomerAsync("canary", Ann, phone: "13812345678", credit: 77);

        Assert.IsType<SaveResult.Saved>(await database.SaveAsync("customer", customer, Member(Ann), ("region", InputValue.Of("west")), ("phone", InputValue.Blank), ("name", InputValue.Blank)));
        Assert.IsType<SaveResult.Saved>(await database.SaveAsync("customer", customer, Member(Ann), ("region", InputValue.Of("north")), ("phone", InputValue.Of("1**")), ("credit", InputValue.Of("***"))));
        Assert.Equal("access.field-refused phone", Problems(await database.SaveAsync("customer", customer, Member(Ann), ("phone", InputValue.Of("13812345678 ")))));
        Assert.Equal("access.field-refused phone", Problems(await database.SaveAsync("customer", null, Member(Ann), ("region", InputValue.Of("x")), ("phone", InputValue.Of("1")))));

        var stored = (await database.Published.FindAsync("customer", customer))!;
        Assert.Equal(("canary", "north", "13812345678", 77m), (stored.Values[0], stored.Values[1], stored.Values[2], stored.Values[3]));
    }

    [Theory]
    [EveryDatabase]
    public async Task Line_WithAMaskedColumn_IsSavedWithItsRecord(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider, Masked);
        await database.GiveAsync(Ann, "masked");
        var order = await database.AddOrderAsync("1", await database.AddCustomerAsync("A", Ann), 5);
        var line = await database.AddAsync("order-line", Actor.System, ("order", InputValue.Of((decimal)order)), ("item", InputValue.Of("canary")), ("price", InputValue.Of(7m)));
        var (form, lines) = (database.Form("order"), database.Form("order")["line"]);
        var shown = (await database.Published.Queries.ReadLinesAsync(lines, order, Member(Ann), Cancellation)).Single();
        Assert.Equal(("c**", 7m), (shown.MaskOf(lines.Lines!["item"]), shown[lines.Lines["price"]].Content));

        var input = new RecordInput
        {
            Id = order,
            Lines = new Dictionary<string, IReadOnlyList<RecordInput>>
            {
                ["line"] = [new() { Id = line, Values = new Dictionary<string, InputValue> { ["item"] = InputValue.Of("c**"), ["price"] = InputValue.Of(8m) } }],
            },
        };
        Assert.IsType<SaveResult.Saved>(await database.Published.Pipeline.SaveAsync(new(form, [input], Member(Ann), ChangeSource.Page), Cancellation));

        var stored = (await database.Published.Queries.ReadLinesAsync(lines, order, Actor.System, Cancellation)).Single();
        Assert.Equal(("canary", 8m), (stored[lines.Lines["item"]].Content, stored[lines.Lines["price"]].Content));
    }
}
