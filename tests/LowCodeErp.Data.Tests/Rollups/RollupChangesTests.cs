using System.Globalization;
using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Health;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Rollups;

/// <summary>
/// 400 random changes by 8 writers at once, 10,000 with LOWCODE_FULL=1; then every rollup, and every formula that rests on one, is
/// what it is when computed from scratch. Who comes first is chance; what each writer tries follows from LOWCODE_SEED.
/// </summary>
public sealed class RollupChangesTests
{
    private const int Writers = 8;
    private const int Customers = 4;
    private const int Bills = 12;

    private static readonly int _changes = Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1" ? 10_000 : 400;

    private static readonly string[] _ofBills = ["paid", "receipts", "kinds", "least", "mean", "last", "open"];
    private static readonly string[] _ofCustomers = ["owed", "large", "risk"];
    private static readonly string[] _states = ["ok", "draft"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task RandomChanges_ByManyWriters_LeaveRollupsAsComputedFromScratch(DatabaseProvider provider)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("LOWCODE_SEED"), CultureInfo.InvariantCulture, out var given) ? given : 20_261_122;
        TestContext.Current.TestOutputHelper?.WriteLine($"LOWCODE_SEED={seed}");
        await using var database = await CreateAsync(provider);
        var ids = new Dictionary<string, IReadOnlyList<long>>
        {
            ["customer"] = await FillAsync(database, "customer", Customers, index => new() { ["name"] = InputValue.Of($"C{index}") }),
        };
        ids["bill"] = await FillAsync(database, "bill", Bills, index => new()
        {
            ["name"] = InputValue.Of($"B{index}"), ["total"] = InputValue.Of(1_000m + index), ["customer"] = Id(ids["customer"][index % Customers]),
        });
        ids["category"] = await FillAsync(database, "category", Customers, index => new() { ["name"] = InputValue.Of($"K{index}"), ["state"] = InputValue.Of("ok") });
        var writers = Enumerable.Range(0, Writers).Select(writer => new Writer(database, ids, writer, new(seed + writer))).ToList();

        await Task.WhenAll(writers.Select(writer => Task.Run(() => writer.RunAsync(_changes / Writers), Cancellation)));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"saved {writers.Sum(writer => writer.Saved)}, refused {writers.Sum(writer => writer.Refused)}, overtaken {writers.Sum(writer => writer.Overtaken)}");
        Assert.True(writers.Sum(writer => writer.Saved) > _changes / 2, "Too few changes came through to show anything.");
        await CompareAsync(database);
        Assert.DoesNotContain(
            await new Doctor(database.Database.Connections, database.Workspace).ExamineAsync(Cancellation), found => found.Code is "health.rollup" or "health.formula");
    }

    private static Task<PublishedDatabase> CreateAsync(DatabaseProvider provider) => PublishedDatabase.CreateAsync(
        provider,
        BuiltInFields.Catalog,
        Form("customer").Field("name", "text")
            .Rollup("owed", "bill", "customer", "sum", "open")
            .Rollup("large", "bill", "customer", "count", where: "[open] >= 1000")
            .Field("risk", "number").Formula("[owed] * 2 + [large]"),
        Form("bill").Field("name", "text").Field("total", "number").Reference("customer", "customer")
            .Rollup("paid", "receipt", "bill", "sum", "amount", "[state] = \"ok\" AND [category.state] = \"ok\"")
            .Rollup("receipts", "receipt", "bill", "count")
            .Rollup("kinds", "receipt", "bill", "distinct", "category")
            .Rollup("least", "receipt", "bill", "min", "amount")
            .Rollup("mean", "receipt", "bill", "average", "amount")
            .Rollup("last", "receipt", "bill", "last", "amount", orderBy: "day")
            .Field("open", "number").Formula("[total] - [paid]"),
        Form("category").Field("name", "text").Field("state", "text"),
        Form("receipt").Field("name", "text", unique: true).Reference("bill", "bill").Reference("category", "category").Field("amount", "number").Field("day", "date").Field("state", "text"));

    private static async Task<IReadOnlyList<long>> FillAsync(PublishedDatabase database, string form, int count, Func<int, Dictionary<string, InputValue>> values)
    {
        var request = new SaveRequest(database.Form(form), [.. Enumerable.Range(0, count).Select(index => new RecordInput { Values = values(index) })], Actor.System, ChangeSource.Seed);
        var saved = Assert.IsType<SaveResult.Saved>(await database.Pipeline.SaveAsync(request, Cancellation));
        return [.. saved.Records.Select(record => record.Id)];
    }

    private static InputValue Id(long id) => InputValue.Of(new Value(ValueKind.Reference, id));

    private static async Task CompareAsync(PublishedDatabase database)
    {
        var categories = (await ReadAsync(database, "category")).ToDictionary(row => row.Id, row => (string?)Get(row, "state"));
        var receipts = (await ReadAsync(database, "receipt")).ToLookup(row => (long?)Get(row, "bill"));
        var bills = await ReadAsync(database, "bill");
        foreach (var bill in bills)
        {
            var own = receipts[bill.Id].ToList();
            var paid = own.Where(row => Get(row, "state") is "ok" && Get(row, "category") is long category && categories.GetValueOrDefault(category) == "ok").Sum(AmountOf);
            var dated = own.Where(row => Get(row, "day") is not null).OrderBy(row => (DateOnly)Get(row, "day")!).ThenBy(row => row.Id);
            Assert.Equal(
                [paid, (decimal)own.Count, (decimal)own.Select(row => Get(row, "category")).OfType<long>().Distinct().Count(), own.Count == 0 ? null : own.Min(AmountOf),
                    own.Count == 0 ? null : Math.Round(own.Average(AmountOf), 2, MidpointRounding.AwayFromZero), dated.LastOrDefault() is { } last ? AmountOf(last) : null,
                    (decimal)Get(bill, "total")! - paid],
                _ofBills.Select(key => Get(bill, key)));
        }

        foreach (var customer in await ReadAsync(database, "customer"))
        {
            var open = bills.Where(bill => Equals(Get(bill, "customer"), customer.Id)).Select(bill => (decimal)Get(bill, "open")!).ToList();
            var (owed, large) = (open.Sum(), (decimal)open.Count(amount => amount >= 1_000));
            Assert.Equal([owed, large, (owed * 2) + large], _ofCustomers.Select(key => Get(customer, key)));
        }
    }

    private static decimal AmountOf(RecordRow receipt) => (decimal)Get(receipt, "amount")!;

    private static object? Get(RecordRow row, string key) => row.Values[row.Form[key].Ordinal];

    private static async Task<IReadOnlyList<RecordRow>> ReadAsync(PublishedDatabase database, string form)
        => (await database.Queries.ReadPageAsync(new RecordQuery(database.Form(form)) { Take = int.MaxValue }, Actor.System, Cancellation)).Rows;

    /// <summary>One of those who work at the same time. It knows the records that it made itself, and those that all share.</summary>
    private sealed class Writer(PublishedDatabase database, IReadOnlyDictionary<string, IReadOnlyList<long>> shared, int number, Random random)
    {
        private readonly List<long> _receipts = [];
        private readonly List<long> _deleted = [];
        private int _names;

        public int Saved { get; private set; }

        public int Refused { get; private set; }

        public int Overtaken { get; private set; }

        public async Task RunAsync(int changes)
        {
            for (var change = 0; change < changes; change++)
            {
                await ChangeAsync();
            }
        }

        private Task ChangeAsync() => random.Next(20) switch
        {
            < 6 => InsertAsync(random.Next(1, 4)),
            < 9 => SaveAsync("receipt", _receipts, () => new() { ["amount"] = Amount(), ["state"] = State() }),
            < 12 => SaveAsync("receipt", _receipts, () => new() { ["bill"] = Any("bill"), ["category"] = Any("category") }),
            < 14 => MoveToTrashAsync(),
            < 16 => RestoreAsync(),
            16 => SaveAsync("bill", shared["bill"], () => new() { ["total"] = InputValue.Of((decimal)random.Next(500, 3_000)), ["customer"] = Any("customer") }),
            17 => SaveAsync("category", shared["category"], () => new() { ["state"] = State() }),
            18 => SaveAsync("customer", shared["customer"], () => new() { ["name"] = InputValue.Of($"C{random.Next()}") }),
            _ => ImportAsync(),
        };

        private async Task InsertAsync(int count)
        {
            var inputs = Enumerable.Range(0, count).Select(_ => new RecordInput { Values = NewReceipt() });
            if (await CountAsync(database.Pipeline.SaveAsync(Request("receipt", [.. inputs]), Cancellation)) is SaveResult.Saved saved)
            {
                _receipts.AddRange(saved.Records.Select(record => record.Id));
            }
        }

        private async Task SaveAsync(string form, IReadOnlyList<long> ids, Func<Dictionary<string, InputValue>> values)
        {
            // Several at once, in any order, so that writers meet on records of each other.
            var chosen = ids.Count == 0 ? [] : Enumerable.Range(0, 3).Select(_ => ids[random.Next(ids.Count)]).Distinct();
            RecordInput[] inputs = [.. chosen.Select(id => new RecordInput { Id = id, Values = values() })];
            await CountAsync(database.Pipeline.SaveAsync(Request(form, inputs), Cancellation));
        }

        private async Task MoveToTrashAsync()
        {
            if (Take(_receipts) is { } id && await CountAsync(database.Pipeline.DeleteAsync(Request("receipt", new RecordInput { Id = id }), Cancellation)) is not null)
            {
                _deleted.Add(id);
            }
        }

        private async Task RestoreAsync()
        {
            if (Take(_deleted) is { } id && await CountAsync(database.Pipeline.RestoreAsync(Request("receipt", new RecordInput { Id = id }), Cancellation)) is not null)
            {
                _receipts.Add(id);
            }
        }

        private async Task ImportAsync()
        {
            var rows = Enumerable.Range(0, 5).Select(_ => string.Create(
                CultureInfo.InvariantCulture, $"{NewName()},B{random.Next(Bills)},K{random.Next(Customers)},{random.Next(1, 90_000) / 100m},{_states[random.Next(2)]}"));
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend("name,bill,category,amount,state"))));
            var diagnostics = new DiagnosticBag();
            using var reader = SpreadsheetReader.Open(stream, "receipts.csv", new(), diagnostics)!;
            var plan = ImportPlan.Make(database.Form("receipt"), reader, new(), null, diagnostics)!;
            var result = await new Importer(database.Store, database.Pipeline, database.Rights, TimeProvider.System)
                .RunAsync(plan, reader, diagnostics, new(Actor.System, ChangeSource.Import), cancellationToken: Cancellation);
            Saved += result.IsStored ? 1 : 0;
            Refused += result.IsStored ? 0 : 1;
        }

        private async Task<SaveResult.Saved?> CountAsync(Task<SaveResult> work)
        {
            var result = await work;
            Saved += result is SaveResult.Saved ? 1 : 0;
            Refused += result is SaveResult.Invalid ? 1 : 0;
            Overtaken += result is SaveResult.Conflict ? 1 : 0;
            return result as SaveResult.Saved;
        }

        private Dictionary<string, InputValue> NewReceipt() => new()
        {
            ["name"] = InputValue.Of(NewName()), ["bill"] = Any("bill"), ["category"] = Any("category"), ["amount"] = Amount(), ["state"] = State(),
            ["day"] = random.Next(4) == 0 ? InputValue.Blank : InputValue.Of(new Value(ValueKind.Date, new DateOnly(2026, 1, 1).AddDays(random.Next(30)))),
        };

        private string NewName() => $"R{number}-{_names++}";

        private InputValue Amount() => InputValue.Of(random.Next(1, 90_000) / 100m);

        private InputValue State() => InputValue.Of(_states[random.Next(2)]);

        private InputValue Any(string form) => Id(shared[form][random.Next(shared[form].Count)]);

        private long? Take(List<long> ids)
        {
            if (ids.Count == 0)
            {
                return null;
            }

            var index = random.Next(ids.Count);
            var id = ids[index];
            ids.RemoveAt(index);
            return id;
        }

        private SaveRequest Request(string form, params RecordInput[] inputs) => new(database.Form(form), inputs, Actor.System, ChangeSource.Page);
    }
}
