using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Forms;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Queries;

/// <summary>Nothing runs beside these tests, because one of them measures the memory of the process.</summary>
[Collection(nameof(StreamTests))]
[CollectionDefinition(nameof(StreamTests), DisableParallelization = true)]
public sealed class StreamTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Stream_FiftyThousandRows_HoldsOnlyAFewInMemory(DatabaseProvider provider)
    {
        const int count = 50_000;
        var workspace = FormBuilder.Compile(new FormBuilder("item").With("name", "text").With("parent", "reference", "item"));
        await using var database = await SampleDatabase.CreateAsync(provider, workspace);
        var text = new string('字', 200);
        await database.AddAsync("item", Enumerable.Range(1, count).Select(id =>
            ((long)id, new Dictionary<string, object?> { ["name"] = text, ["parent"] = id % 100 == 0 ? (long?)id - 1 : null })));
        var ids = new HashSet<long>();
        long before = 0, most = 0;

        await foreach (var row in database.Queries.StreamAsync(new(workspace.FindForm("item")!), Actor.System, Cancellation))
        {
            ids.Add(row.Id);
            if (ids.Count % 10_000 == 1)
            {
                var held = GC.GetTotalMemory(forceFullCollection: true);
                before = ids.Count == 1 ? held : before;
                most = Math.Max(most, held - before);
            }
        }

        Assert.Equal(count, ids.Count);
        Assert.True(most < 8_000_000, $"{most} bytes more were held than at the first row; all rows are at least {count * 400} bytes.");
    }

    [Theory]
    [EveryDatabase]
    public async Task Stream_WhileSomebodyWrites_ShowsTheStateAtItsBeginning(DatabaseProvider provider)
    {
        var workspace = FormBuilder.Compile(new FormBuilder("item").With("name", "text"));
        await using var database = await SampleDatabase.CreateAsync(provider, workspace);
        await database.AddAsync("item", Enumerable.Range(1, 3_000).Select(id => ((long)id, new Dictionary<string, object?> { ["name"] = "旧" })));
        var ids = new List<long>();
        var query = new RecordQuery(workspace.FindForm("item")!) { Sort = [new(FieldPath.Find(workspace.FindForm("item")!, "name")!)] };

        await foreach (var row in database.Queries.StreamAsync(query, Actor.System, Cancellation))
        {
            ids.Add(row.Id);
            if (ids.Count == 1)
            {
                await database.AddAsync("item", (9_999, new() { ["name"] = "新" }));
            }
        }

        Assert.Equal(Enumerable.Range(1, 3_000).Select(id => (long)id), ids);
    }
}
