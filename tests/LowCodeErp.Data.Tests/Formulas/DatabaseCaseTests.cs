using LowCodeErp.Data.Formulas.Cases;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Formula.Cases;
using LowCodeErp.Formula.Tests.Cases;
using LowCodeErp.Specifications.ReferenceData;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Formulas;

/// <summary>The shared Excel-compatible cases as SQL, their literals columns of a table.</summary>
public sealed class DatabaseCaseTests(SalesSample sample, ITestOutputHelper output)
{
    [Theory]
    [EveryDatabase]
    public async Task AllCases_AsSql_GiveWhatMemoryGivesOrAreRefusedByName(DatabaseProvider provider)
    {
        using var file = File.OpenRead(SharedData.PathOf("formula/cases.json"));
        FormulaCase[] cases = [.. FormulaCase.Read(file).Where(formulaCase => !DeliberateDifferences.Includes(formulaCase))];
        var database = await sample.OnAsync(provider);

        var outcomes = await new DatabaseCases(database.Connections).RunAsync(cases, TestContext.Current.CancellationToken);

        foreach (var verdict in outcomes.GroupBy(outcome => (outcome.Case.Must, outcome.Verdict)))
        {
            output.WriteLine($"{verdict.Key}: {verdict.Count()}");
        }

        output.WriteLine(string.Join(", ", outcomes.Where(outcome => outcome.IsMemoryOnly).CountBy(outcome => outcome.Case.Function)));
        var wrong = outcomes.Where(outcome => outcome.Verdict == CaseVerdict.Failed && CaseOutcome.Run(outcome.Case).Verdict == CaseVerdict.Passed).ToArray();
        Assert.True(wrong.Length == 0, $"{wrong.Length} wrong:\n" + string.Join('\n', wrong.Select(outcome => outcome.ToString())));
        Assert.All(outcomes.Where(outcome => outcome.Case.Must), outcome => Assert.NotEqual(CaseVerdict.Failed, outcome.Verdict));
    }
}
