using LowCodeErp.Data.Calendars;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Forms;
using LowCodeErp.Specifications.Formulas;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Formulas.Differential;

/// <summary>
/// Records that databases and .NET might see differently: blanks, halves, signs, 15 digits, ends of months and of the calendar,
/// leap days, characters beyond 16 bits, blanks at the ends of texts.
/// </summary>
public sealed class ProbeSample : IAsyncLifetime
{
    private const int RecordCount = 40;
    private const int TargetCount = 6;

    private static readonly decimal?[] _numbers =
    [
        null, 0m, 1m, -1m, 0.5m, -0.5m, 2.5m, -2.5m, 1.0001m, 0.0001m, 7m, 100m, 12345678901.2345m, -99999999999.9999m, 3.3333m, 45_000m,
    ];

    private static readonly string?[] _texts =
    [
        null, "a", "A b", "𠮷野家😀", " 12 ", "12.5%", "ß", "Éé", "%_", "张三 ", "2024-02-29", "a,b,a", "'\"\\", "１２", "x  y", "e\u0301",
    ];

    private static readonly DateOnly?[] _dates =
    [
        null, new(2024, 2, 29), new(2024, 1, 31), new(2023, 12, 31), new(2023, 2, 28), new(1900, 1, 1), new(9999, 12, 31), new(1, 1, 1), new(2026, 11, 21),
    ];

    private static readonly DateTime?[] _times =
    [
        null, SampleDatabase.Now, SampleDatabase.Now.AddMicroseconds(1), Utc(2024, 2, 28, 16), Utc(2024, 2, 29, 15).AddMinutes(59.5), Utc(1999, 12, 31, 16),
        Utc(2023, 3, 31, 12).AddMilliseconds(500),
    ];

    private static readonly bool?[] _flags = [null, true, false];

    private readonly Dictionary<DatabaseProvider, Lazy<Task<SampleDatabase>>> _databases;

    public ProbeSample()
        => _databases = TestDatabase.Providers.ToDictionary(provider => provider, provider => new Lazy<Task<SampleDatabase>>(() => CreateAsync(provider)));

    public static WorkspaceModel Workspace { get; } = FormBuilder.Compile(
        WithValues(new FormBuilder("target", title: "t")),
        WithValues(new FormBuilder("probe", title: "t")).With("u", "number", decimals: 2).With("s", "text").With("e", "date").With("r", "reference", "target")
            .WithLines("lines", WithValues(new FormBuilder(""))),
        WithValues(new FormBuilder("note", title: "t")).With("p", "reference", "probe"));

    public static FormulaParts Parts { get; } = new()
    {
        Leaves = new Dictionary<FormulaTypeKind, string[]>
        {
            [FormulaTypeKind.Number] = ["0", "1", "2.5", "-3", "12%", "99999.99", "[n]", "[n]", "[u]", "[r.n]", "COUNT([lines])", "SUM([lines.n])", "COUNT([note])", "RECNO()"],
            [FormulaTypeKind.Text] = ["\"a\"", "\"𠮷\"", "\" \"", "[t]", "[t]", "[s]", "[r.t]"],
            [FormulaTypeKind.Boolean] = ["TRUE", "[b]", "[b]", "[r.b]", "[n] > 1", "[t] = \"a\"", "[u] <= 1"],
            [FormulaTypeKind.Date] = ["#2024-02-29#", "#2024-01-31#", "[d]", "[d]", "[e]", "[r.d]", "TODAY()"],
            [FormulaTypeKind.DateTime] = ["#2024-01-31 08:30#", "[m]", "[m]", "[r.m]", "NOW()"],
            [FormulaTypeKind.Time] = ["TIME(8, 30, 0)", "TIME([n], [u], 0)"],
            [FormulaTypeKind.Reference] = ["[r]", "CURRENTUSER()"],
        },
        Lists = new Dictionary<FormulaTypeKind, string[]>
        {
            [FormulaTypeKind.Number] = ["[lines.n]", "[note.n]", "{1, 2.5, 3}", "{[n], [u], [r.n], [n] / [u]}"],
            [FormulaTypeKind.Text] = ["[lines.t]", "[note.t]", "{\"a\", \"\"}", "{[t], [s], \"a\", [t] & [s]}"],
            [FormulaTypeKind.Date] = ["[lines.d]", "[note.d]", "{[d], [e], #2024-02-29#}"],
            [FormulaTypeKind.Boolean] = ["[lines.b]"],
            [FormulaTypeKind.DateTime] = ["[lines.m]"],
        },
        Rows = ["[lines]", "[note]"],
        RowLeaves = new Dictionary<FormulaTypeKind, string[]>
        {
            [FormulaTypeKind.Number] = ["[*.n]", "[*.n] * 2"],
            [FormulaTypeKind.Boolean] = ["[*.n] > 1", "[*.b]", "[*.t] = [t]", "[*.d] > [d]"],
            [FormulaTypeKind.Text] = ["[*.t]"],
            [FormulaTypeKind.Date] = ["[*.d]"],
        },
        Uses = function => (function.Sql & (SqlProviders.Sqlite | SqlProviders.PostgreSql)) == (SqlProviders.Sqlite | SqlProviders.PostgreSql),
    };

    /// <summary>What every database holds, by form.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<long, Dictionary<string, object?>>> Rows { get; } = MakeRows();

    internal static MemoryRecords Memory { get; } = new(Workspace, Rows);

    /// <summary>Every database begins with the same.</summary>
    public static IWorkingCalendar Calendar { get; private set; } = WeekCalendar.Instance;

    internal Task<SampleDatabase> OnAsync(DatabaseProvider provider) => _databases[provider].Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases.Values.Where(database => database is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            await (await database.Value).DisposeAsync();
        }
    }

    private static FormBuilder WithValues(FormBuilder form)
        => form.With("n", "number", decimals: 4).With("t", "text").With("b", "boolean").With("d", "date").With("m", "date-time");

    private static async Task<SampleDatabase> CreateAsync(DatabaseProvider provider)
    {
        var database = await SampleDatabase.CreateAsync(provider, Workspace);
        Calendar = await new CalendarStore(database.Connections).ReadAsync(TestContext.Current.CancellationToken);
        foreach (var form in new[] { "target", "probe", "probe-lines", "note" })
        {
            await database.AddAsync(form, Rows[form].Select(row => (row.Key, row.Value)));
        }

        return database;
    }

    private static Dictionary<string, IReadOnlyDictionary<long, Dictionary<string, object?>>> MakeRows()
    {
        var random = new Random(20261122);
        return new()
        {
            ["target"] = Numbered(TargetCount, _ => Values(random)),
            ["probe"] = Numbered(RecordCount, _ => new(Values(random))
            {
                ["u"] = Pick(random, _numbers) is { } number ? Math.Round(number, 2, MidpointRounding.AwayFromZero) : null,
                ["s"] = Pick(random, _texts),
                ["e"] = Pick(random, _dates),
                ["r"] = random.Next(4) == 0 ? null : (long)random.Next(1, TargetCount + 1),
            }),
            ["probe-lines"] = Numbered(RecordCount * 2, id => new(Values(random)) { ["probe"] = (long)random.Next(1, RecordCount / 2), ["position"] = (int)id }),
            ["note"] = Numbered(RecordCount, _ => new(Values(random)) { ["p"] = random.Next(5) == 0 ? null : (long)random.Next(1, RecordCount + 1) }),
        };
    }

    private static Dictionary<string, object?> Values(Random random) => new()
    {
        ["n"] = Pick(random, _numbers), ["t"] = Pick(random, _texts), ["b"] = Pick(random, _flags), ["d"] = Pick(random, _dates), ["m"] = Pick(random, _times),
    };

    private static Dictionary<long, Dictionary<string, object?>> Numbered(int count, Func<long, Dictionary<string, object?>> make)
        => Enumerable.Range(1, count).ToDictionary(id => (long)id, id => make(id));

    private static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private static DateTime Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}
