using System.Globalization;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Formulas.Differential;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Formulas;

/// <summary>
/// Filters of computed numbers, with bounds that are the number of some record to the last digit or just beside it: where the
/// database's own arithmetic could not tell.
/// </summary>
public sealed class ComputedComparisonTests(ProbeSample sample) : IClassFixture<ProbeSample>
{
    private const int Bounds = 12;

    private static readonly string[] _numbers =
        ["[n] + [u]", "[n] * [u]", "[n] * [u] - [n]", "[n] * [u] * (1 - [n])", "[n] * [n] * [n] * [u]", "[r.n] * [u] + 12%"];

    private static readonly string[] _operators = ["<", "<=", ">", ">="];

    private static readonly EvaluationContext _context = new(SampleDatabase.Now);

    [Theory]
    [EveryDatabase]
    public async Task Find_WithBoundsAtTheNumbersOfRecords_FindsWhatMemoryDoes(DatabaseProvider provider)
    {
        var database = await sample.OnAsync(provider);
        foreach (var number in _numbers)
        {
            await CompareAsync(database, number);
        }
    }

    private static async Task CompareAsync(SampleDatabase database, string number)
    {
        var form = ProbeSample.Workspace.FindForm("probe")!;
        var rows = ProbeSample.Memory.Of("probe").ToArray();
        var computed = Compile(number);
        var numbers = rows.Select(row => computed.Evaluate(row, _context)).OfType<decimal>().Distinct().Take(Bounds);
        foreach (var bound in numbers.SelectMany(exact => new[] { exact, exact - 0.000001m, exact + 0.000001m }))
        {
            foreach (var comparison in _operators)
            {
                var condition = Compile(string.Create(CultureInfo.InvariantCulture, $"{number} {comparison} {bound}"));
                var expected = rows.Where(row => condition.Holds(row, _context)).Select(row => row.Id).Order();
                var found = await database.Formulas.FindAsync(form, condition, _context, Actor.System, TestContext.Current.CancellationToken);
                Assert.True(expected.SequenceEqual(found), condition.Syntax.Text);
            }
        }

        CompiledFormula Compile(string text)
            => FormulaCompiler.Compile(text, new FormSchemas(ProbeSample.Workspace).Of(form), new(FormulaContext.Set));
    }
}
