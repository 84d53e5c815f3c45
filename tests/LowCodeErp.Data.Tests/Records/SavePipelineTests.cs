using LowCodeErp.Core.Values;
using LowCodeErp.Data.Health;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>The pipeline and the store together, on real databases.</summary>
public sealed class SavePipelineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Save_RecordsAndLinesCreatedChangedAndDeleted_LeavesSoundData(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var created = await SaveAsync(database, NewOrder("A1", 1m, 2m));
        var id = created.Records.Single().Id;

        var changed = await SaveAsync(database, NewOrder("A2", 3m) with { Id = id, Version = 1 });
        var again = await SaveAsync(database, new RecordInput { Id = id, Values = Values("A2") });
        var deleted = await Pipeline(database).DeleteAsync(Request(database, new RecordInput { Id = id }), Cancellation);

        Assert.Equal((2L, true), (changed.Records.Single().Version, changed.Records.Single().IsChanged));
        Assert.False(again.Records.Single().IsChanged);
        Assert.IsType<SaveResult.Saved>(deleted);
        Assert.Null(await database.FindAsync("order", id));
        Assert.Empty(await new Doctor(database.Database.Connections, database.Workspace).ExamineAsync(Cancellation));
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_FromAnOldVersion_TellsWhoChangedWhat(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var id = (await SaveAsync(database, NewOrder("A1"))).Records.Single().Id;
        await SaveAsync(database, new RecordInput { Id = id, Version = 1, Values = Values("A2") });

        var late = await Pipeline(database).SaveAsync(Request(database, new RecordInput { Id = id, Version = 1, Values = Values("A3") }), Cancellation);

        var conflict = Assert.IsType<SaveResult.Conflict>(late).Change;
        Assert.Equal((id, "system", "number"), (conflict.RecordId, conflict.ChangedBy, conflict.Fields.Single().Key));
        Assert.Equal("A2", (await database.FindAsync("order", id))!.Values[0]);
    }

    [Theory]
    [EveryDatabase]
    public async Task Save_LinesMovedAndPutBetween_KeepTheirPlacesAndNoOtherIsWritten(DatabaseProvider provider)
    {
        await using var database = await CreateAsync(provider);
        var id = (await SaveAsync(database, NewOrder("A1", 1m, 2m, 3m))).Records.Single().Id;
        var lines = await LinesAsync(database, id);

        await SaveAsync(database, Reordered(id, [lines[2], lines[0]], NewLine(9m), lines[1]));
        Assert.Equal([3m, 1m, 9m, 2m], Quantities(lines = await LinesAsync(database, id)));

        var versions = lines.Select(line => line.Version).ToList();
        await SaveAsync(database, Reordered(id, [lines[0], lines[2]], NewLine(5m)));
        Assert.Equal([3m, 9m, 5m], Quantities(lines = await LinesAsync(database, id)));
        Assert.Equal([versions[0], versions[2], 1], lines.Select(line => line.Version));
        Assert.False((await SaveAsync(database, Reordered(id, lines))).Records.Single().IsChanged);
    }

    private static async Task<List<StoredRecord>> LinesAsync(PublishedDatabase database, long order)
    {
        await using var transaction = await database.Store.BeginAsync(Cancellation);
        return [.. await transaction.ReadLinesAsync(database.Form("order-line"), [order], Cancellation)];
    }

    private static IEnumerable<object?> Quantities(IEnumerable<StoredRecord> lines) => lines.Select(line => line.Values[1]);

    private static RecordInput Reordered(long order, IEnumerable<StoredRecord> first, RecordInput? added = null, StoredRecord? last = null)
    {
        var lines = first.Select(line => new RecordInput { Id = line.Id }).ToList();
        lines.AddRange(new[] { added, last is null ? null : new RecordInput { Id = last.Id } }.OfType<RecordInput>());
        return new() { Id = order, Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = lines } };
    }

    private static Task<PublishedDatabase> CreateAsync(DatabaseProvider provider)
        => PublishedDatabase.CreateAsync(provider, Form("order").Text("number", unique: true).Lines("line", line => line.Number("quantity")));

    private static SavePipeline Pipeline(PublishedDatabase database) => database.Pipeline;

    private static async Task<SaveResult.Saved> SaveAsync(PublishedDatabase database, RecordInput input)
        => Assert.IsType<SaveResult.Saved>(await Pipeline(database).SaveAsync(Request(database, input), Cancellation));

    private static SaveRequest Request(PublishedDatabase database, RecordInput input)
        => new(database.Form("order"), [input], Actor.System, ChangeSource.Command);

    private static RecordInput NewOrder(string number, params decimal[] quantities) => new()
    {
        Values = Values(number),
        Lines = new Dictionary<string, IReadOnlyList<RecordInput>> { ["line"] = [.. quantities.Select(NewLine)] },
    };

    private static RecordInput NewLine(decimal quantity)
        => new() { Values = new Dictionary<string, InputValue> { ["quantity"] = InputValue.Of(quantity) } };

    private static Dictionary<string, InputValue> Values(string number) => new() { ["number"] = InputValue.Of(number) };
}
