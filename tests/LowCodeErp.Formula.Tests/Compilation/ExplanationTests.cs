using System.Globalization;

namespace LowCodeErp.Formula.Tests.Compilation;

public sealed class ExplanationTests
{
    [Fact]
    public void Explanation_OfOverdueDays_TellsEachStepInChinese()
        => Assert.Equal(
            """
            TODAY() - [到期日] = 2024-02-06 - 2024-01-31 = 6
              TODAY() = 2024-02-06
              [到期日] = 2024-01-31

            """,
            Explain("TODAY() - [到期日]", "zh-CN"));

    [Fact]
    public void Explanation_OfACondition_TellsEachStepInEnglish()
        => Assert.Equal(
            """
            IF([数量] > 3, "多", "少") = IF(TRUE, "多", "少") = 多
              [数量] > 3 = 5 > 3 = TRUE
                [数量] = 5

            """,
            Explain("IF([数量] > 3, \"多\", \"少\")", "en"));

    [Fact]
    public void Explanation_OfAnAggregate_ShowsItsValues()
        => Assert.Equal(
            """
            SUM([明细.金额]) = 求和({20, 15, 空}) = 35
              [明细.金额] = {20, 15, 空}
                [明细.金额] = 3 行

            """,
            Explain("SUM([明细.金额])", "zh-CN"));

    [Fact]
    public void Explanation_OfAFailure_ShowsWhereItFailed()
    {
        var explanation = Sample.Compile("[数量] / [空数字] + 1").Explain(Sample.Record, Sample.Context);
        Assert.True(explanation.Failed);
        Assert.True(explanation.Steps[0].Failed);
        Assert.False(explanation.Steps[0].Steps[1].Failed);
        Assert.EndsWith("出错，为空", explanation.Steps[0].Words.Chinese, StringComparison.Ordinal);
    }

    private static string Explain(string text, string culture)
        => Sample.Compile(text).Explain(Sample.Record, Sample.Context).ToText(CultureInfo.GetCultureInfo(culture)).ReplaceLineEndings("\n");
}
