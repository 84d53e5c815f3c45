using System.Collections.Immutable;
using System.Globalization;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Schema;
using LowCodeErp.Data.Tests.Records;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Publishing.Randomly;

/// <summary>
/// Random changes of a form with 20 writers saving meanwhile: every row and every value, in force and kept, is what an oracle
/// in memory holds. 300 records at first, 100,000 with LOWCODE_FULL=1; the seed stands in the output and may be given as LOWCODE_SEED.
/// </summary>
public sealed class RandomPublishingTests(ITestOutputHelper output)
{
    private const int Rounds = 3;
    private const int AttemptsBetweenChanges = 60;

    private static readonly bool _isFull = Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1";
    private static readonly int _records = _isFull ? 100_000 : 300;
    private static readonly int _changes = _isFull ? 15 : 8;
    private static readonly int _seed = int.TryParse(
        Environment.GetEnvironmentVariable("LOWCODE_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20_261_122;

    private readonly PublishedItems _items = new(new(_seed));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task RandomChanges_WithWritersMeanwhile_LoseNothing(DatabaseProvider provider)
    {
        output.WriteLine($"{provider}: seed {_seed}, {_records} records");
        await using var database = await PublishedDatabase.CreateAsync(provider, BuiltInFields.Catalog, _items.Design.ToForm());
        await _items.FillAsync(database, _records);
        for (var round = 0; round < Rounds; round++)
        {
            await ChangeAmongWritersAsync(database, round);
            await AssertSameAsync(database);
            for (var change = 0; change < _changes; change++)
            {
                output.WriteLine(await _items.ChangeAloneAsync(database));
            }

            await AssertSameAsync(database);
        }
    }

    private async Task ChangeAmongWritersAsync(PublishedDatabase database, int round)
    {
        using var stop = new CancellationTokenSource();
        using var writers = new ItemWriters(database, _items.Oracle.Rows, _seed + round);
        var writing = writers.RunAsync(stop.Token);
        var publications = new List<ItemPublication>();
        for (var change = 0; change < _changes && !writing.IsCompleted; change++)
        {
            await Task.WhenAny(writing, writers.AwaitAsync(AttemptsBetweenChanges));
            publications.AddRange(await _items.ChangeAsync(database));
        }

        await stop.CancelAsync();
        await writing;
        _items.Replay(publications, writers.Saves);
        output.WriteLine($"{publications.Count} publications among {writers.Saves.Count} saves; refused: {string.Join(", ", writers.Refusals.Select(pair => $"{pair.Value} {pair.Key}"))}");
        Assert.NotEmpty(writers.Saves);
    }

    private async Task AssertSameAsync(PublishedDatabase database)
    {
        var oracle = _items.Oracle;
        var stored = await StoredItems.ReadAsync(database);
        Assert.Equal(oracle.Rows.Order(), stored.Keys.Order());
        foreach (var (key, column) in oracle.InForce)
        {
            AssertSame(stored, key, column);
        }

        foreach (var (key, column) in oracle.Kept.SelectMany(kept => kept.Value.Select(column => (kept.Key, column))))
        {
            AssertSame(stored, RemovedNames.For(key, column.Version), column);
        }

        var registered = Convert.ToInt32(await database.QueryAsync("SELECT COUNT(*) FROM sys_kept"), CultureInfo.InvariantCulture);
        Assert.Equal(oracle.Kept.Sum(kept => kept.Value.Count), registered);
    }

    private static void AssertSame(Dictionary<long, Dictionary<string, string>> stored, string name, ItemColumn column)
    {
        foreach (var (id, row) in stored)
        {
            var (expected, actual) = (column.Values.GetValueOrDefault(id), row.GetValueOrDefault(name));
            Assert.True(expected == actual, $"{name} of {id}, {column.Type}: \"{actual}\" instead of \"{expected}\"");
        }
    }
}
