namespace LowCodeErp.Formula.Tests.Cases;

public sealed class ExcelCaseTests
{
    [Fact]
    public void MustCases_InMemory_AllRight()
    {
        var wrong = ExcelCase.Load().Where(excelCase => excelCase.Must).Select(CaseOutcome.Run).Where(outcome => !outcome.IsRight).ToArray();
        Assert.True(wrong.Length == 0, $"{wrong.Length} wrong\n" + string.Join('\n', wrong.Select(outcome => outcome.ToString())));
    }
}
