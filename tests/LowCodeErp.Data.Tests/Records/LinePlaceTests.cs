using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>Lines that come without their record, as from a file, keep the order in which people see them.</summary>
public sealed class LinePlaceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Save_LinesByThemselves_GoBehindTheLastLineInTheirOrder(DatabaseProvider provider)
    {
        await using var database = await PublishedDatabase.CreateAsync(provider, Form("order").Text("number").Lines("line", line => line.Text("item")));
        var (first, second) = (await SaveOrderAsync(database, "A", "a1", "a2"), await SaveOrderAsync(database, "B"));

        await SaveLinesAsync(database, (first, "a3"), (second, "b1"), (first, "a4"), (second, "b2"));
        await SaveLinesAsync(database, (first, "a5"));
        Assert.Equal("a1 a2 a3 a4 a5", await ReadAsync(database, first));
        Assert.Equal("b1 b2", await ReadAsync(database, second));

        var moved = (await LinesAsync(database, first))[0];
        await SaveAsync(database, "order-line", new() { Id = moved.Id, Values = Values(("order", second)) });
        Assert.Equal("b1 b2 a1", await ReadAsync(database, second));

        var kept = (await LinesAsync(database, first))[0];
        await SaveAsync(database, "order-line", new() { Id = kept.Id, Values = Values(("item", "A2")) });
        Assert.Equal("A2 a3 a4 a5", await ReadAsync(database, first));
    }

    private static Task<long> SaveOrderAsync(PublishedDatabase database, string number, params string[] items) => SaveAsync(database, "order", new()
    {
        Values = Values(("number", number)),
        Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [.. items.Select(item => new RecordInput { Values = Values(("item", item)) })] },
    });

    private static async Task SaveLinesAsync(PublishedDatabase database, params (long Order, string Item)[] lines)
        => Assert.IsType<SaveResult.Saved>(await database.Pipeline.SaveAsync(
            new(database.Form("order-line"), [.. lines.Select(line => new RecordInput { Values = Values(("order", line.Order), ("item", line.Item)) })], Actor.System, ChangeSource.Import), Cancellation));

    private static async Task<long> SaveAsync(PublishedDatabase database, string form, RecordInput input)
        => Assert.IsType<SaveResult.Saved>(await database.Pipeline.SaveAsync(new(database.Form(form), [input], Actor.System, ChangeSource.Page), Cancellation)).Records[0].Id;

    private static Task<IReadOnlyList<RecordRow>> LinesAsync(PublishedDatabase database, long order)
        => database.Queries.ReadLinesAsync(database.Form("order")["line"], order, Actor.System, Cancellation);

    private static async Task<string> ReadAsync(PublishedDatabase database, long order)
        => string.Join(' ', (await LinesAsync(database, order)).Select(line => line[database.Form("order-line")["item"]].Content));

    private static Dictionary<string, InputValue> Values(params (string Key, object Value)[] values)
        => values.ToDictionary(value => value.Key, value => value.Value is long id ? InputValue.Of((decimal)id) : InputValue.Of((string)value.Value));
}
