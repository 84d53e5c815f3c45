using System.Globalization;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Formula.Tests.Binding;

public sealed class BinderTests
{
    [Theory]
    [InlineData("[数量]", FormulaTypeKind.Number)]
    [InlineData("[quantity]", FormulaTypeKind.Number)]
    [InlineData("[客户]", FormulaTypeKind.Reference)]
    [InlineData("[客户.等级]", FormulaTypeKind.Text)]
    [InlineData("[customer.tier]", FormulaTypeKind.Text)]
    [InlineData("[明细]", FormulaTypeKind.Rows)]
    [InlineData("[明细.金额]", FormulaTypeKind.List)]
    [InlineData("[标签]", FormulaTypeKind.List)]
    [InlineData("[到期日] + 1", FormulaTypeKind.Date)]
    [InlineData("[到期日] + TIME(8, 0, 0)", FormulaTypeKind.DateTime)]
    [InlineData("[到期日] - [下单日期]", FormulaTypeKind.Number)]
    [InlineData("[创建时间] - [下单日期]", FormulaTypeKind.Number)]
    [InlineData("[创建时间] + 0.5", FormulaTypeKind.DateTime)]
    [InlineData("TIME(8, 0, 0) + TIME(1, 0, 0)", FormulaTypeKind.Time)]
    [InlineData("IF([已付], [到期日], [创建时间])", FormulaTypeKind.DateTime)]
    [InlineData("IF([已付], 1, \"\")", FormulaTypeKind.Number)]
    public void Expression_Bound_HasItsType(string text, FormulaTypeKind kind)
    {
        var formula = Sample.Compile(text);
        Assert.Empty(formula.Diagnostics);
        Assert.Equal(kind, formula.Type.Kind);
    }

    [Theory]
    [InlineData("[数目]", "unknown-field")]
    [InlineData("[客户.电话]", "unknown-field")]
    [InlineData("[数量.等级]", "not-a-path")]
    [InlineData("数量 + 1", "unknown-name")]
    [InlineData("SUMM(1)", "unknown-function")]
    [InlineData("ROUND()", "argument-count")]
    [InlineData("[名称] + 1", "adding-text")]
    [InlineData("[名称] * 2", "bad-operands")]
    [InlineData("[名称] < \"b\"", "text-order")]
    [InlineData("[客户] = \"A\"", "bad-operands")]
    [InlineData("[数量] AND TRUE", "wrong-type")]
    [InlineData("-[名称]", "wrong-type")]
    [InlineData("{1, \"a\"}", "branches-differ")]
    [InlineData("[明细.金额] + 1", "bad-operands")]
    [InlineData("[到期日] + [下单日期]", "bad-operands")]
    [InlineData("5 - [到期日]", "bad-operands")]
    [InlineData("[名称] = 5", "bad-operands")]
    [InlineData("\"\" >= \"\"", "bad-operands")]
    [InlineData("[到期日] = \"2024-01-31\"", "bad-operands")]
    public void Mistake_Bound_IsReported(string text, string code)
        => Assert.Equal(["formula." + code], Sample.Compile(text).Diagnostics.Select(diagnostic => diagnostic.Code));

    [Theory]
    [InlineData("[数目]", "是不是 [数量]", "did you mean [数量]")]
    [InlineData("ROUNDD(1)", "是不是 ROUND", "did you mean ROUND")]
    [InlineData("[名称] + 1", "请用 &", "use &")]
    [InlineData("ABS(\"5\")", "VALUE(…)", "VALUE(…)")]
    [InlineData("[客户] & \"\"", "[客户.名称]", "[customer.name]")]
    [InlineData("[已付] & \"\"", "IF(…, \"是\", \"否\")", "IF(…, \"yes\", \"no\")")]
    [InlineData("[明细.单价] * [明细.数量]", "SUM(MAP(", "SUM(MAP(")]
    public void Mistake_Message_NamesTheRemedy(string text, string chinese, string english)
    {
        var message = Assert.Single(Sample.Compile(text).Diagnostics).Message;
        Assert.Contains(chinese, message.Chinese, StringComparison.Ordinal);
        Assert.Contains(english, message.English!, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralMistakes_Bound_AreReportedTogetherWithTheirPlaces()
        => Assert.Equal(
            [("formula.unknown-field", 0), ("formula.wrong-type", 12), ("formula.unknown-function", 19)],
            Sample.Compile("[没有的] + ABS(\"a\") + XYZQ([再没有])").Diagnostics.Take(3).Select(item => (item.Code, item.Span.Start)));

    [Fact]
    public void DateUsedAsNumber_Bound_IsAWarningOnly()
    {
        var formula = Sample.Compile("ABS([到期日])");
        Assert.False(formula.HasErrors);
        Assert.Equal("formula.date-as-number", Assert.Single(formula.Diagnostics).Code);
    }

    [Theory]
    [InlineData("TEXT([数量], \"0\") = \"5\"", "TEXT")]
    [InlineData("SUM(MAP([明细], [金额])) > 1", "MAP")]
    [InlineData("RAND() > 0.5", "RAND")]
    public void MemoryOnlyFunction_InASet_IsRefusedByName(string text, string function)
    {
        var diagnostic = Assert.Single(Sample.Compile(text, new FormulaOptions(FormulaContext.Set)).Diagnostics);
        Assert.Equal("formula.not-in-sets", diagnostic.Code);
        Assert.StartsWith(function, diagnostic.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[到期日] > DATE(2024, 1, 1)")]
    [InlineData("[名称] = TEXT(TODAY(), \"yyyy\")")]
    public void MemoryOnlyFunction_FixedForTheRun_IsAllowedInASet(string text)
        => Assert.Empty(Sample.Compile(text, new FormulaOptions(FormulaContext.Set)).Diagnostics);

    [Fact]
    public void FunctionOfSomeDatabases_InASet_IsRefusedOnTheOthersOnly()
    {
        const string text = "MEDIAN([明细.金额])";
        Assert.True(Sample.Compile(text, new FormulaOptions(FormulaContext.Set)).HasErrors);
        Assert.False(Sample.Compile(text, new FormulaOptions(FormulaContext.Set, SqlProviders.Sqlite)).HasErrors);
    }

    [Fact]
    public void Field_InAConstant_IsRefused()
        => Assert.Equal(
            "formula.field-in-constant",
            Assert.Single(Sample.Compile("[数量] + 1", new FormulaOptions(FormulaContext.Constant)).Diagnostics).Code);

    [Theory]
    [InlineData("[数量] > 1", true)]
    [InlineData("[数量]", false)]
    [InlineData("\"\"", true)]
    public void Result_OfACondition_MustBeBoolean(string text, bool fits)
        => Assert.Equal(fits, !Sample.Compile(text, FormulaOptions.Condition).HasErrors);

    [Fact]
    public void Names_Printed_ChangeBetweenKeysAndLabels()
    {
        var formula = Sample.Compile("求和（[明细.金额]）＋ [数量] * SUMIF([明细], [客户.等级] = 'A', [单价])");
        Assert.Empty(formula.Diagnostics);
        Assert.Equal(
            "SUM([lines.amount]) + [quantity] * SUMIF([lines], [customer.tier] = \"A\", [price])", formula.PrintWithKeys());
        Assert.Equal("SUM([明细.金额]) + [数量] * SUMIF([明细], [客户.等级] = \"A\", [单价])", formula.PrintWithLabels(CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Equal(formula.PrintWithLabels(CultureInfo.GetCultureInfo("zh-CN")), Sample.Compile(formula.PrintWithKeys()).PrintWithLabels(CultureInfo.GetCultureInfo("zh-CN")));
    }

    [Fact]
    public void Subqueries_BeyondTheLimit_AreRefused()
        => Assert.Contains(
            Sample.Compile(string.Join(" + ", Enumerable.Repeat("COUNT([明细])", 5))).Diagnostics,
            diagnostic => diagnostic.Code == "formula.too-many-subqueries");

    [Fact]
    public void IfErrorInIfError_BeyondTheLimit_IsRefusedAndNotBuilt()
    {
        var text = string.Concat(Enumerable.Repeat("IFERROR(1/", 30)) + "[数量]" + string.Concat(Enumerable.Repeat(", 0)", 30));
        Assert.Contains(Sample.Compile(text).Diagnostics, diagnostic => diagnostic.Code == "formula.too-costly");
    }
}
