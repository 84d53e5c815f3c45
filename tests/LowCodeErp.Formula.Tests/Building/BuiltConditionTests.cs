using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Building;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Tests.Syntax;

namespace LowCodeErp.Formula.Tests.Building;

/// <summary>Conditions and formulas are two writings of one thing: nothing is lost on the way there and back.</summary>
public sealed class BuiltConditionTests
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("CI") is null ? 10_000 : 2_000;

    [Fact]
    public void Condition_WrittenAndRead_IsTheSame()
    {
        foreach (var seed in Enumerable.Range(0, Rounds))
        {
            var condition = new RandomBuiltConditions(seed).Next();

            var formula = BuiltConditionWriter.Write(condition);

            Assert.True(condition == BuiltConditionReader.Read(formula), $"seed {seed}: {formula}");
        }
    }

    [Fact]
    public void Formula_ReadAndWritten_IsTheSameOrSaidToBeMore()
    {
        var expressible = 0;
        foreach (var seed in Enumerable.Range(0, Rounds))
        {
            var compiled = FormulaCompiler.Compile(new RandomFormulas(seed).Tree(), Sample.Order);
            var formula = compiled.PrintWithKeys();
            if (BuiltConditionReader.Read(formula) is { } condition)
            {
                expressible++;
                Assert.Equal(formula, BuiltConditionWriter.Write(condition));
            }
        }

        Assert.True(expressible > Rounds / 100, $"only {expressible} of {Rounds} formulas were conditions, which tests nothing");
    }

    [Theory]
    [InlineData("[quantity] > 3 AND ([paid] OR [name] = \"a\")")]
    [InlineData("[quantity] > 3 OR [paid] AND NOT([no-boolean])")]
    [InlineData("AND([quantity] > -3, OR([paid], ISBLANK([name])))")]
    [InlineData("[customer.tier] IN (\"A\", \"B\") AND NOT([customer.tier] IN (\"C\"))")]
    [InlineData("SUM([lines.amount]) >= 100 AND COUNT([lines]) <> 0")]
    [InlineData("BETWEEN([due-date], TODAY() - 7, TODAY())")]
    [InlineData("BETWEEN([due-date], STARTOF(TODAY(), \"month\"), ENDOF(TODAY(), \"month\"))")]
    [InlineData("BETWEEN(STARTOF([created], \"day\"), STARTOF(DATEADD(TODAY(), -1, \"quarter\"), \"quarter\"), ENDOF(DATEADD(TODAY(), -1, \"quarter\"), \"quarter\"))")]
    [InlineData("[due-date] < TODAY() AND CONTAINSANY([tags], \"急\", \"大客户\")")]
    [InlineData("[customer] = [no-customer] AND [price] < 12.5%")]
    [InlineData("NOT(CONTAINS([name], \"a\")) AND [order-date] <= [due-date]")]
    public void Formula_OfFieldsOperatorsAndValues_IsACondition(string formula)
    {
        var compiled = Sample.Compile(formula, FormulaOptions.Condition);
        Assert.Empty(compiled.Diagnostics);
        Assert.Equal(formula, compiled.PrintWithKeys());

        Assert.Equal(formula, BuiltConditionWriter.Write(BuiltConditionReader.Read(formula)!));
    }

    [Theory]
    [InlineData("[quantity] * 2 > 3")]
    [InlineData("3 < [quantity]")]
    [InlineData("NOT([quantity] > 3)")]
    [InlineData("IF([paid], TRUE, FALSE)")]
    [InlineData("COUNTIF([lines], [quantity] > 3) > 0")]
    [InlineData("BETWEEN([due-date], STARTOF(TODAY(), \"month\"), ENDOF(TODAY(), \"year\"))")]
    [InlineData("[quantity] >")]
    [InlineData("[due-date] < TODAY() + 0.5")]
    [InlineData("[price] < -0")]
    public void Formula_ThatIsMore_IsNotOne(string formula) => Assert.Null(BuiltConditionReader.Read(formula));

    [Fact]
    public void Condition_NotFilledIn_IsNotComplete()
    {
        var value = new Subject.Value("quantity");
        Assert.False(BuiltCondition.Empty.IsComplete);
        Assert.False(new BuiltCondition.Test(value, TestOperator.Equal, new Operand.Nothing()).IsComplete);
        Assert.False(new BuiltCondition.Test(Subject.Nothing, TestOperator.IsBlank).IsComplete);
        Assert.False(new BuiltCondition.Test(value, TestOperator.In).IsComplete);
        Assert.False(new BuiltCondition.Test(value, TestOperator.LastDays, new Operand.Number(1.5m)).IsComplete);
        Assert.False(new BuiltCondition.Test(value, TestOperator.Equal, new Operand.Period("week", 0)).IsComplete);
        Assert.False(new BuiltCondition.Group(true, [new BuiltCondition.Test(value, TestOperator.IsBlank), BuiltCondition.Empty]).IsComplete);
        Assert.Throws<ArgumentException>(() => BuiltConditionWriter.Write(BuiltCondition.Empty));
    }

    [Fact]
    public void Group_ThatWouldMeanSomethingElseWithoutBrackets_GetsThem()
    {
        var test = new BuiltCondition.Test(new Subject.Value("paid"), TestOperator.IsTrue);
        var any = new BuiltCondition.Group(false, [test, test]);
        var all = new BuiltCondition.Group(true, [test, test]);

        Assert.Equal("[paid] AND ([paid] OR [paid])", BuiltConditionWriter.Write(new BuiltCondition.Group(true, [test, any])));
        Assert.Equal("([paid] AND [paid]) AND [paid]", BuiltConditionWriter.Write(new BuiltCondition.Group(true, [all, test])));
        Assert.Equal("[paid] AND [paid] OR [paid]", BuiltConditionWriter.Write(new BuiltCondition.Group(false, [all, test])));
    }

    [Theory]
    [InlineData("[quantity] > 3 AND ([customer.tier] = \"A\" OR [paid])", "数量大于3，并且（客户.等级等于“重点”，或者已付为是）", "quantity is greater than 3 and (customer.tier is \"key\" or paid is true)")]
    [InlineData("[due-date] < TODAY() + 3", "到期日早于3 天后", "due-date is before 3 days from now")]
    [InlineData("BETWEEN([due-date], STARTOF(DATEADD(TODAY(), -1, \"month\"), \"month\"), ENDOF(DATEADD(TODAY(), -1, \"month\"), \"month\"))", "到期日在上月内", "due-date is in last month")]
    [InlineData("SUM([lines.amount]) >= 100", "明细.金额的合计大于等于100", "the sum of lines.amount is at least 100")]
    [InlineData("BETWEEN([due-date], TODAY() - 7, TODAY()) AND NOT(ISBLANK([name]))", "到期日在最近 7 天内，并且名称不为空", "due-date is in the last 7 days and name is not blank")]
    public void Sentence_OfACondition_SaysItInWords(string formula, string chinese, string english)
    {
        var sentence = new ConditionSentence(
            path => new(Sample.Compile($"[{path}]").PrintWithLabels(CultureInfo.GetCultureInfo("zh-CN")).Trim('[', ']'), path),
            (path, value) => path == "customer.tier" && value == "A" ? new LocalizedText("重点", "key") : null).Of(BuiltConditionReader.Read(formula)!);

        Assert.Equal(chinese, sentence.Chinese);
        Assert.Equal(english, sentence.In(CultureInfo.GetCultureInfo("en")));
    }
}
