using LowCodeErp.Formula.Cases;

namespace LowCodeErp.Formula.Tests.Cases;

/// <summary>The shared Excel-compatible cases, in memory.</summary>
public sealed class ExcelCaseTests(ITestOutputHelper output)
{
    [Fact]
    public void MustCases_InMemory_AllRightButForDeliberateDifferences()
        => AssertRight(excelCase => excelCase.Must);

    [Theory]
    [InlineData("core")]
    [InlineData("list")]
    [InlineData("omitted-arg")]
    public void OtherCases_InMemory_AllRightButForDeliberateDifferencesAndUnknownFunctions(string tier)
        => AssertRight(excelCase => !excelCase.Must && excelCase.Tier == tier);

    [Theory]
    [InlineData("error-result")]
    [InlineData("error-literal")]
    public void CasesThatFail_InMemory_AreBlankOrRefused(string tier)
        => AssertRight(excelCase => excelCase.Tier == tier);

    [Fact]
    public void CoercionCases_Compiled_AreRefusedWithAHelpfulMessage()
    {
        var outcomes = Run(excelCase => excelCase.Tier == FormulaCase.CoercionTier);
        var accepted = outcomes.Where(outcome => !outcome.IsRight).ToArray();
        Assert.True(accepted.Length == 0, "Accepted silently:\n" + string.Join('\n', accepted.Select(outcome => outcome.ToString())));
        Assert.All(outcomes.SelectMany(outcome => outcome.Formula.Diagnostics), diagnostic =>
        {
            Assert.NotEmpty(diagnostic.Message.Chinese);
            Assert.NotNull(diagnostic.Message.English);
        });
    }

    [Fact]
    public void DeliberateDifferences_EachId_IsACaseThatReallyDiffers()
    {
        var cases = SharedCases.Load().ToDictionary(excelCase => excelCase.Id);
        Assert.All(DeliberateDifferences.Ids, id =>
        {
            var outcome = CaseOutcome.Run(cases[id]);
            Assert.False(outcome.IsRight, $"{id} no longer differs; take it off the list.");
        });
    }

    private void AssertRight(Func<FormulaCase, bool> choose)
    {
        var outcomes = Run(choose);
        var wrong = outcomes.Where(outcome => !outcome.IsRight).ToArray();
        Assert.True(wrong.Length == 0, $"{wrong.Length} wrong of {outcomes.Length}:\n" + string.Join('\n', wrong.Select(outcome => outcome.ToString())));
    }

    private CaseOutcome[] Run(Func<FormulaCase, bool> choose)
    {
        var all = SharedCases.Load().Where(choose).ToArray();
        var judged = all.Where(excelCase => !DeliberateDifferences.Includes(excelCase)).Select(CaseOutcome.Run).ToArray();
        var known = judged.Where(outcome => !outcome.IsUnknownFunction).ToArray();
        Assert.NotEmpty(known);
        output.WriteLine(
            $"{all.Length} cases: {known.Length} judged, {all.Length - judged.Length} deliberate differences, {judged.Length - known.Length} unknown functions.");
        return known;
    }
}
