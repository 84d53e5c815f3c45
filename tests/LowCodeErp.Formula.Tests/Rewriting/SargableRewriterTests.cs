using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Rewriting;

namespace LowCodeErp.Formula.Tests.Rewriting;

public sealed class SargableRewriterTests
{
    [Theory]
    [InlineData("DAYS(TODAY(), [到期日]) >= 7", "[due-date] <= TODAY() - 7")]
    [InlineData("TODAY() - [到期日] >= 7", "[due-date] <= TODAY() - 7")]
    [InlineData("7 <= DAYS(TODAY() - 1, [到期日])", "[due-date] <= TODAY() - 8")]
    [InlineData("DAYS([到期日], TODAY()) < 6.5", "[due-date] < TODAY() + 7")]
    [InlineData("DAYS(TODAY(), [到期日]) = 0", "[due-date] = TODAY()")]
    [InlineData("DAYS(TODAY(), [到期日]) + 1 > 0", "([due-date] < TODAY() + 1 OR [due-date] = blank)")]
    [InlineData("[到期日] + 7 < TODAY()", "[due-date] < TODAY() - 7 UNLESS [due-date] > #9999-12-24#")]
    [InlineData("NOT([到期日] + 7 < TODAY())", "([due-date] >= TODAY() - 7 OR [due-date] = blank) UNLESS [due-date] > #9999-12-24#")]
    [InlineData("DATEADD([到期日], 2, \"周\") <= #2024-03-15#", "[due-date] <= #2024-03-01# UNLESS [due-date] > #9999-12-17#")]
    [InlineData("YEAR([到期日]) = 2024", "[due-date] >= #2024-01-01# AND [due-date] <= #2024-12-31#")]
    [InlineData("YEAR([到期日]) <> 2024", "NOT([due-date] >= #2024-01-01# AND [due-date] <= #2024-12-31#)")]
    [InlineData("YEAR([到期日]) IN (2023, 2025)", "([due-date] >= #2023-01-01# AND [due-date] <= #2023-12-31# OR [due-date] >= #2025-01-01# AND [due-date] <= #2025-12-31#)")]
    [InlineData("YEAR([到期日]) > 2024", "[due-date] > #2024-12-31#")]
    [InlineData("YEAR([到期日]) = YEAR(TODAY()) - 1", "[due-date] >= STARTOF(EDATE(TODAY(), -12), \"year\") AND [due-date] <= ENDOF(EDATE(TODAY(), -12), \"year\")")]
    [InlineData("AND(YEAR([到期日]) = 2024, MONTH([到期日]) = 2)", "[due-date] >= #2024-02-01# AND [due-date] <= #2024-02-29#")]
    [InlineData("QUARTER([到期日]) = 4 AND YEAR([到期日]) = 9999", "[due-date] >= #9999-10-01# AND [due-date] <= #9999-12-31#")]
    [InlineData("YEAR([到期日]) = YEAR(TODAY()) AND [数量] > 1 AND MONTH([到期日]) = MONTH(TODAY())", "[due-date] >= STARTOF(TODAY(), \"month\") AND [due-date] <= ENDOF(TODAY(), \"month\") AND [quantity] > 1")]
    [InlineData("STARTOF([到期日], \"month\") = #2024-02-01#", "[due-date] >= #2024-02-01# AND [due-date] <= #2024-02-29#")]
    [InlineData("STARTOF([到期日], \"month\") >= STARTOF(TODAY(), \"月\")", "[due-date] >= STARTOF(TODAY(), \"月\")")]
    [InlineData("AGE([到期日], #2024-02-29#) >= 18", "[due-date] <= #2006-02-28# UNLESS [due-date] > #2024-02-29#")]
    [InlineData("DAYS(#2024-02-10#, [创建时间]) = 3", "[created] >= DateTime(#2024-02-07#) AND [created] < DateTime(#2024-02-08#)")]
    [InlineData("YEAR([创建时间]) = 2024", "[created] >= DateTime(#2024-01-01#) AND [created] < DateTime(#2025-01-01#)")]
    [InlineData("[创建时间] + 2 < NOW()", "[created] < NOW() - 2 UNLESS [created] > #9999-12-29 23:59#")]
    [InlineData("[数量] - 100 > 0", "[quantity] > 100")]
    [InlineData("[数量] - 100 < 0", "([quantity] < 100 OR [quantity] = blank)")]
    [InlineData("-[数量] < 5", "([quantity] > -5 OR [quantity] = blank)")]
    [InlineData("10 <= [数量] * 2", "[quantity] >= 5")]
    [InlineData("[数量]% <> 0", "[quantity] <> 0 AND [quantity] <> blank")]
    [InlineData("BETWEEN([数量] / 4, 1, 1 + 1)", "[quantity] >= 4 AND ([quantity] <= 8 OR [quantity] = blank)")]
    [InlineData("[客户.额度] + 1 IN (1, 2)", "(([customer.limit] = 0 OR [customer.limit] = blank) OR [customer.limit] = 1)")]
    public void Condition_ThatAnIndexCouldServe_IsRewritten(string text, string expected)
        => Assert.Equal(expected, BoundText.Of(SargableRewriter.Rewrite(Sample.Compile(text).Root)));

    [Theory]
    [InlineData("[数量] * 3 >= 10")]
    [InlineData("[数量] / 3 >= 10")]
    [InlineData("[数量] * 0 = 0")]
    [InlineData("[数量] + [单价] > 3")]
    [InlineData("[数量] > 3")]
    [InlineData("MONTH([到期日]) = 2")]
    [InlineData("EDATE([到期日], 1) < TODAY()")]
    [InlineData("DAYS(DATEVALUE([名称]), [到期日]) > 3")]
    [InlineData("STARTOF([到期日], \"month\") = #2024-02-02#")]
    [InlineData("DAYS([到期日], TODAY()) = 1.5")]
    [InlineData("[数量] + 0.12345678901 > 3")]
    public void Condition_WithoutAnExactForm_StaysAsItIs(string text)
    {
        var root = Sample.Compile(text).Root;
        Assert.Same(root, SargableRewriter.Rewrite(root));
    }

    [Fact]
    public void Filter_OfAFailingCondition_LeavesTheRecordOut()
    {
        var filter = (Func<IFormulaRow, EvaluationContext, bool>)Sample.Compile("[到期日] + 7 > TODAY() OR [数量] = 5", FormulaOptions.Condition)
            .ToCondition(MemoryRowAccess.Instance).Compile();
        Assert.False(filter(Sample.MakeRecord(DateOnly.MaxValue), Sample.Context), "The sum leaves the calendar, so that the whole condition fails.");
        Assert.True(filter(Sample.Record, Sample.Context));
    }
}
