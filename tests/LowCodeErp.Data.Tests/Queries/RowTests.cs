using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Forms;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Queries;

public sealed class RowTests(SalesSample sample)
{
    private static readonly FormModel _customer = SalesSample.Workspace.FindForm("customer")!;
    private static readonly FormModel _order = SalesSample.Workspace.FindForm("order")!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Find_EveryRecord_HasTheStoredValuesAndTitles(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        foreach (var (id, values) in SalesSample.Rows["customer"].Where(row => row.Value["deleted"] is null))
        {
            var row = await database.Queries.FindAsync(_customer, id, Actor.System, Cancellation);

            Assert.NotNull(row);
            Assert.Equal((id, 1L, SampleDatabase.Now, DateTimeKind.Utc), (row.Id, row.Version, row.UpdatedAt, row.UpdatedAt.Kind));
            Assert.All(_customer.Fields, field => Assert.Equal(values[field.Key], row[field].Content));
            Assert.All(_customer.Fields, field => Assert.Equal(TitleOf(values[field.Key], field), row.TitleOf(field)));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Find_MissingOrInTheTrash_IsNull(DatabaseProvider provider)
    {
        var queries = (await sample.OnAsync(provider)).Queries;

        Assert.Null(await queries.FindAsync(_customer, 9, Actor.System, Cancellation));
        Assert.Null(await queries.FindAsync(_customer, 12345, Actor.System, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadPage_SomeColumns_LeavesTheOthersBlank(DatabaseProvider provider)
    {
        var page = await (await sample.OnAsync(provider)).Queries.ReadPageAsync(
            new(_customer) { Columns = [_customer["region"]] }, Actor.System, Cancellation);

        Assert.Contains(page.Rows, row => row.TitleOf(_customer["region"]) == "华东");
        Assert.All(page.Rows, row => Assert.All(_customer.Fields.Where(field => field.Key != "region"), field => Assert.Null(row[field].Content)));
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadPage_ReferenceWhoseTitleIsAReference_ShowsTheLastTitle(DatabaseProvider provider)
    {
        var workspace = FormBuilder.Compile(
            new FormBuilder("customer").With("name", "text"),
            new FormBuilder("order", title: "customer").With("customer", "reference", "customer"),
            new FormBuilder("invoice", title: "order").With("order", "reference", "order").With("previous", "reference", "loop"),
            new FormBuilder("loop", title: "self").With("self", "reference", "loop"));
        await using var database = await SampleDatabase.CreateAsync(provider, workspace);
        await database.AddAsync("customer", (1, new() { ["name"] = "甲" }));
        await database.AddAsync("order", (2, new() { ["customer"] = 1L }));
        await database.AddAsync("loop", (7, new()));
        await database.AddAsync("loop", (8, new() { ["self"] = 7L }));
        await database.AddAsync("invoice", (3, new() { ["order"] = 2L, ["previous"] = 8L }));
        var invoice = workspace.FindForm("invoice")!;

        var row = await database.Queries.FindAsync(invoice, 3, Actor.System, Cancellation);

        Assert.Equal("甲", row!.TitleOf(invoice["order"]));
        Assert.Equal("#7", row.TitleOf(invoice["previous"]));
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadLines_OfARecord_AreOrderedByPositionThenIdWithoutTrash(DatabaseProvider provider)
    {
        var queries = (await sample.OnAsync(provider)).Queries;
        var subTable = _order["lines"];
        for (var order = 1; order <= 11; order++)
        {
            var expected = SalesSample.Rows["order-lines"]
                .Where(line => (long)line.Value["order"]! == order && line.Value["deleted"] is null)
                .OrderBy(line => (int)line.Value["position"]!).ThenBy(line => line.Key).ToList();

            var lines = await queries.ReadLinesAsync(subTable, order, Actor.System, Cancellation);

            Assert.Equal(expected.Select(line => line.Key), lines.Select(line => line.Id));
            Assert.Equal(expected.Select(line => line.Value["product"]), lines.Select(line => line[subTable.Lines!["product"]].Content));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadHistory_OfARecord_IsNewestFirstAndStaysWithTheTrash(DatabaseProvider provider)
    {
        var workspace = FormBuilder.Compile(new FormBuilder("region").With("name", "text"));
        await using var database = await SampleDatabase.CreateAsync(provider, workspace);
        await database.AddAsync("region", (5, new() { ["name"] = "乙" }), (6, new() { ["deleted"] = SampleDatabase.Now }));
        await using (var platform = database.Platform.CreateDbContext())
        {
            platform.AddRange(NewEntry(1, "region", 5, 1, HistoryAction.Create), NewEntry(2, "region", 5, 2, HistoryAction.Update),
                NewEntry(3, "region", 6, 1, HistoryAction.Create), NewEntry(4, "customer", 5, 3, HistoryAction.Delete), NewEntry(5, "region", 7, 1, HistoryAction.Create));
            await platform.SaveChangesAsync(Cancellation);
        }

        var form = workspace.FindForm("region")!;
        Assert.Equal(
            [
                new RecordChange(2, SampleDatabase.Now, "张三", "update", "import", "{}"),
                new RecordChange(1, SampleDatabase.Now, "张三", "create", "import", "{}"),
            ],
            await database.Queries.ReadHistoryAsync(form, 5, Actor.System, Cancellation));
        Assert.Equal("create", Assert.Single(await database.Queries.ReadHistoryAsync(form, 6, Actor.System, Cancellation)).Action);
        Assert.Empty(await database.Queries.ReadHistoryAsync(form, 7, Actor.System, Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_FieldThatIsNoLongerPublished_SaysThatTheFormChanged(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        var queries = database.NewQueries(FormBuilder.Compile(new FormBuilder("region").With("name", "number")));

        await Assert.ThrowsAsync<FormChangedException>(() => queries.FindAsync(SalesSample.Workspace.FindForm("region")!, 1, Actor.System, Cancellation));
        await Assert.ThrowsAsync<FormChangedException>(() => queries.FindAsync(_customer, 1, Actor.System, Cancellation));
    }

    private static string? TitleOf(object? value, FieldModel field)
        => value is long id ? SampleOracle.TextOf(value, field) ?? $"#{id}" : null;

    private static HistoryEntry NewEntry(long id, string form, long record, long version, HistoryAction action) => new HistoryEntry
    {
        Id = id, Form = form, RecordId = record, Version = version, Action = action, At = SampleDatabase.Now,
        ActorId = 1, ActorName = "张三", Through = HistoryThrough.Import, Changes = "{}",
    }.Seal();
}
