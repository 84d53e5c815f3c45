using System.Collections.Concurrent;
using System.Globalization;
using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Formulas;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Formulas.Differential;

/// <summary>
/// Random formulas over awkward records: what a database gives is what memory gives. 2,000 of them, 50,000 with LOWCODE_FULL=1; the
/// first seed stands in the output and may be given as LOWCODE_SEED. One that differs is shown as small as it can be made.
/// </summary>
public sealed class DifferentialTests(ProbeSample sample, ITestOutputHelper output) : IClassFixture<ProbeSample>
{
    private const int MostAttemptsAtShrinking = 400;
    private const int MostFailuresShown = 5;

    private static readonly int Count = Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1" ? 50_000 : 2_000;
    private static readonly int FirstSeed = int.TryParse(
        Environment.GetEnvironmentVariable("LOWCODE_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20_261_122;

    private static readonly FormModel _form = ProbeSample.Workspace.FindForm("probe")!;
    private static readonly IFormulaSchema _schema = new FormSchemas(ProbeSample.Workspace).Of(_form);
    private static readonly FormulaOptions _options = new(FormulaContext.Set, SqlProviders.Sqlite | SqlProviders.PostgreSql);
    private static EvaluationContext _context = new(SampleDatabase.Now) { CurrentUser = 2 };

    [Theory]
    [EveryDatabase]
    public async Task RandomFormulas_InTheDatabase_GiveWhatMemoryGives(DatabaseProvider provider)
    {
        output.WriteLine($"{provider}: seeds {FirstSeed} to {FirstSeed + Count - 1}");
        var database = await sample.OnAsync(provider);
        _context = new(SampleDatabase.Now) { CurrentUser = 2, Calendar = ProbeSample.Calendar };
        var refused = 0;
        var failures = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Enumerable.Range(FirstSeed, Count), TestContext.Current.CancellationToken, async (number, _) =>
        {
            var tree = new TypedFormulas(number, ProbeSample.Parts).Any();
            if (failures.Count >= MostFailuresShown)
            {
                return;
            }

            if (Compile(tree) is null)
            {
                Interlocked.Increment(ref refused);
            }
            else if (await FindDifferenceAsync(database, tree) is not null)
            {
                failures.Enqueue($"seed {number}: {await ShrinkAsync(database, tree)}");
            }
        });

        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
        Assert.True(refused < Count / 3, $"{refused} of {Count} were refused, so that too little was compared.");
    }

    private static CompiledFormula? Compile(FormulaTree tree)
        => FormulaCompiler.Compile(tree.Text, _schema, _options) is { HasErrors: false } formula ? formula : null;

    private static async Task<string> ShrinkAsync(SampleDatabase database, FormulaTree tree)
    {
        var attempts = 0;
        while (attempts < MostAttemptsAtShrinking && await FindSmallerAsync() is { } smaller)
        {
            tree = smaller;
        }

        var statement = FormulaStatement.OfForm(database.Connections.Target.Provider, ProbeSample.Workspace, _form, Compile(tree)!, _context);
        return $"{tree.Text}\n  {await FindDifferenceAsync(database, tree)}\n{statement.Text}";

        async Task<FormulaTree?> FindSmallerAsync()
        {
            foreach (var candidate in tree.Smaller().TakeWhile(_ => attempts++ < MostAttemptsAtShrinking))
            {
                if (Compile(candidate) is not null && await FindDifferenceAsync(database, candidate) is not null)
                {
                    return candidate;
                }
            }

            return null;
        }
    }

    /// <summary>Null when database and memory agree on every record.</summary>
    private static async Task<string?> FindDifferenceAsync(SampleDatabase database, FormulaTree tree)
    {
        var formula = Compile(tree)!;
        try
        {
            return await FindDifferentValueAsync(database, formula)
                ?? (formula.Type.Kind == FormulaTypeKind.Boolean ? await FindDifferentRecordAsync(database, formula) : null);
        }
        catch (Exception exception)
        {
            // Whatever it is, the formula that made it is what helps.
            return $"{exception.GetType().Name}: {exception.GetBaseException().Message}";
        }
    }

    private static async Task<string?> FindDifferentValueAsync(SampleDatabase database, CompiledFormula formula)
    {
        var values = await database.Formulas.EvaluateAsync(_form, formula, _context, Actor.System, TestContext.Current.CancellationToken);
        foreach (var row in ProbeSample.Memory.Of(_form.Key))
        {
            var expected = formula.Evaluate(row, ContextOf(row.Id));
            if (!Equals(expected, values[row.Id]))
            {
                return $"record {row.Id}: memory {ValueText.Of(expected, _context)}, database {ValueText.Of(values[row.Id], _context)}; {Describe(row.Id)}";
            }
        }

        return null;
    }

    private static async Task<string?> FindDifferentRecordAsync(SampleDatabase database, CompiledFormula condition)
    {
        var found = await database.Formulas.FindAsync(_form, condition, _context, Actor.System, TestContext.Current.CancellationToken);
        var expected = ProbeSample.Memory.Of(_form.Key).Where(row => condition.Holds(row, ContextOf(row.Id))).Select(row => row.Id);
        var differing = found.Except(expected).Concat(expected.Except(found)).Take(1).ToArray();
        return differing is [var id] ? $"as a filter, record {id} is {(found.Contains(id) ? "found" : "not found")}; {Describe(id)}" : null;
    }

    private static EvaluationContext ContextOf(long id) => new(_context.Now, _context.Zone) { CurrentUser = _context.CurrentUser, Calendar = _context.Calendar, RecordNumber = id };

    private static string Describe(long id)
        => string.Join(", ", ProbeSample.Rows[_form.Key][id].Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value ?? "blank"}")));
}
