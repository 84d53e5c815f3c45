using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Formulas;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Forms;

namespace LowCodeErp.Data.Tests.Queries;

/// <summary>
/// One set of rows that every database gets and that tests only read: few distinct values, many blanks, and texts that
/// wildcards, quotes and collations could trip over. Made once a database for all tests.
/// </summary>
public sealed class SalesSample : IAsyncLifetime
{
    public const int CustomerCount = 80;

    private static readonly string?[] _names =
        ["上海华联", "北京Acme", "acme 50%", "ACME_1", "a\\b", "O'Brien", "Éclair", "éclair", "zebra", "Zebra", "50", "[x]", "张三", "b", null, "a_b"];
    private static readonly decimal?[] _credits = [0m, 0.1m, 1.005m, -3.5m, 1234567890123.45m, null, 100m, 99.99m];
    private static readonly bool?[] _flags = [true, false, null];
    private static readonly DateOnly?[] _dates = [new(2024, 2, 29), new(2026, 11, 21), null, new(1999, 12, 31)];
    private static readonly DateTime?[] _times =
        [SampleDatabase.Now, SampleDatabase.Now.AddMilliseconds(500), SampleDatabase.Now.AddMicroseconds(1), null, SampleDatabase.Now.AddDays(-400)];

    private readonly Dictionary<DatabaseProvider, Lazy<Task<SampleDatabase>>> _databases;

    public SalesSample()
        => _databases = TestDatabases.TestDatabase.Providers.ToDictionary(
            provider => provider, provider => new Lazy<Task<SampleDatabase>>(() => CreateAsync(provider)));

    public static WorkspaceModel Workspace { get; } = FormBuilder.Compile(
        new FormBuilder("region").With("name", "text"),
        new FormBuilder("customer", code: "code").With("code", "text").With("name", "text").With("region", "reference", "region")
            .With("owner", "member").With("credit", "number", decimals: 2).With("active", "boolean").With("since", "date")
            .With("seen-at", "date-time").With("upline", "reference", "customer"),
        new FormBuilder("order", title: "customer", code: "number").With("number", "text").With("customer", "reference", "customer")
            .With("amount", "number", decimals: 2)
            .WithLines("lines", new FormBuilder("").With("product", "text").With("quantity", "number", decimals: 0)));

    /// <summary>What every database holds, by form.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<long, Dictionary<string, object?>>> Rows { get; } = MakeRows();

    internal static MemoryRecords Memory { get; } = new(Workspace, Rows);

    public static IReadOnlyDictionary<long, string> Members { get; } = new Dictionary<long, string> { [1] = "王芳", [2] = "Ann_Lee", [3] = "李雷" };

    internal Task<SampleDatabase> OnAsync(DatabaseProvider provider) => _databases[provider].Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases.Values.Where(database => database is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            await (await database.Value).DisposeAsync();
        }
    }

    private static async Task<SampleDatabase> CreateAsync(DatabaseProvider provider)
    {
        var database = await SampleDatabase.CreateAsync(provider, Workspace);
        await database.AddMemberAsync(1, "wang", "王芳");
        await database.AddMemberAsync(2, "ann", "Ann_Lee");
        await database.AddMemberAsync(3, "li", "李雷", isActive: false);
        foreach (var form in new[] { "region", "customer", "order", "order-lines" })
        {
            await database.AddAsync(form, Rows[form].Select(row => (row.Key, row.Value)));
        }

        return database;
    }

    private static Dictionary<string, IReadOnlyDictionary<long, Dictionary<string, object?>>> MakeRows()
    {
        var random = new Random(20261121);
        var regions = new Dictionary<long, Dictionary<string, object?>>
        {
            [1] = new() { ["name"] = "华东" }, [2] = new() { ["name"] = "North" }, [3] = new() { ["name"] = null },
        };
        var customers = Numbered(CustomerCount, id => new Dictionary<string, object?>
        {
            ["code"] = $"C-{id:000}",
            ["name"] = Pick(random, _names),
            ["region"] = Pick<long?>(random, [1, 2, 3, null]),
            ["owner"] = Pick<long?>(random, [1, 2, 3, null]),
            ["credit"] = Pick(random, _credits) is { } credit ? Math.Round(credit, 2, MidpointRounding.AwayFromZero) : null,
            ["active"] = Pick(random, _flags),
            ["since"] = Pick(random, _dates),
            ["seen-at"] = Pick(random, _times),
            ["upline"] = id > 10 ? Pick<long?>(random, [1, 2, 3, 4, 5, null]) : null,
            ["deleted"] = id % 9 == 0 ? SampleDatabase.Now : null,
        });
        var orders = Numbered(60, id => new Dictionary<string, object?>
        {
            ["number"] = $"SO{id:0000}",
            ["customer"] = id % 7 == 0 ? null : (long)random.Next(1, CustomerCount),
            ["amount"] = Pick(random, _credits) is { } amount ? Math.Round(amount, 2, MidpointRounding.AwayFromZero) : null,
        });
        var lines = Numbered(40, id => new Dictionary<string, object?>
        {
            ["order"] = (id % 10) + 1,
            ["product"] = $"P{random.Next(5)}",
            ["quantity"] = (decimal)random.Next(1, 9),
            ["position"] = (int)((40 - id) / 20),
            ["deleted"] = id % 13 == 0 ? SampleDatabase.Now : null,
        });
        return new() { ["region"] = regions, ["customer"] = customers, ["order"] = orders, ["order-lines"] = lines };
    }

    private static Dictionary<long, Dictionary<string, object?>> Numbered(int count, Func<long, Dictionary<string, object?>> make)
        => Enumerable.Range(1, count).ToDictionary(id => (long)id, id => make(id));

    private static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
