using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Formula.Tests.Binding;

public sealed class FormulaFactsTests
{
    [Theory]
    [InlineData("[数量] * [单价]", "price quantity")]
    [InlineData("SUM([明细.金额])", "lines lines.amount")]
    [InlineData("SUMIF([明细], [金额] > [空数字], [金额])", "lines lines.amount no-number")]
    [InlineData("COUNTIF([明细], [明细.金额] > 1)", "lines lines.amount")]
    [InlineData("SUM(MAP(FILTER([明细], [数量] > 1), [金额]))", "lines lines.amount lines.quantity")]
    [InlineData("[客户.等级]", "customer.tier")]
    [InlineData("1 + 1", "")]
    public void Dependencies_OfAFormula_AreThePathsFromTheRecord(string text, string expected)
    {
        var paths = Sample.Compile(text).Facts.Dependencies.Select(path => path.Keys).Order(StringComparer.Ordinal);
        Assert.Equal(expected, string.Join(' ', paths));
    }

    [Theory]
    [InlineData("TODAY() - [到期日]", true)]
    [InlineData("IF([已付], NOW(), [创建时间])", true)]
    [InlineData("[数量] + 1", false)]
    [InlineData("AGE([到期日])", true)]
    [InlineData("AGE([到期日], [下单日期])", false)]
    public void Volatility_OfAFormula_IsThatOfItsFunctions(string text, bool isVolatile)
        => Assert.Equal(isVolatile, Sample.Compile(text).Facts.IsVolatile);

    [Theory]
    [InlineData("[数量] > 1", SqlProviders.All, "")]
    [InlineData("MEDIAN([明细.金额])", SqlProviders.Sqlite | SqlProviders.PostgreSql, "MEDIAN")]
    [InlineData("[到期日] > DATE(2024, 1, 1)", SqlProviders.All, "")]
    [InlineData("RAND() > [数量]", SqlProviders.None, "RAND")]
    [InlineData("PROPER([名称])", SqlProviders.None, "PROPER")]
    public void Sql_OfAFormula_IsWhatAllItsFunctionsCan(string text, SqlProviders providers, string memoryOnly)
    {
        var facts = Sample.Compile(text).Facts;
        Assert.Equal(providers, facts.Sql);
        Assert.Equal(memoryOnly, string.Join(' ', facts.MemoryOnly));
    }

    [Theory]
    [InlineData("[公开]", Sensitivity.None)]
    [InlineData("[内部] + [公开]", Sensitivity.Internal)]
    [InlineData("IF([机密] > 1, 1, 2)", Sensitivity.Sensitive)]
    [InlineData("SUM([行.金额])", Sensitivity.Sensitive)]
    [InlineData("COUNTIF([行], [行.金额] > [公开])", Sensitivity.Sensitive)]
    [InlineData("COUNT([行])", Sensitivity.None)]
    [InlineData("[上级.公开]", Sensitivity.Internal)]
    [InlineData("1 + 1", Sensitivity.None)]
    public void Sensitivity_OfAFormula_IsThatOfTheStrictestField(string text, Sensitivity expected)
    {
        var formula = FormulaCompiler.Compile(text, Guarded);
        Assert.Empty(formula.Diagnostics);
        Assert.Equal(expected, formula.Facts.Sensitivity);
    }

    [Theory]
    [InlineData("[机密]", "没有字段“机密”")]
    [InlineData("[机蜜]", "没有字段“机蜜”，请从字段列表中选择")]
    [InlineData("[secret]", "没有字段“secret”")]
    [InlineData("[上级.机密]", "没有字段“机密”")]
    [InlineData("SUM([行.金额])", "没有字段“金额”")]
    public void Field_ThatMayNotBeRead_IsAsIfItDidNotExist(string text, string expected)
    {
        var formula = FormulaCompiler.Compile(text, Guarded, new FormulaOptions(CanRead: (_, field) => field.Sensitivity != Sensitivity.Sensitive));
        var message = Assert.Single(formula.Diagnostics).Message;
        Assert.Contains(expected, message.Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("是不是", message.Chinese, StringComparison.Ordinal);
    }

    private static readonly FormulaSchema Lines = new("line", 1, [new("amount", new("金额"), ValueKind.Number, 0, Sensitivity: Sensitivity.Sensitive)]);

    private static readonly FormulaSchema Guarded = new("guarded", 1,
    [
        new("open", new("公开"), ValueKind.Number, 0),
        new("internal", new("内部"), ValueKind.Number, 1, Sensitivity: Sensitivity.Internal),
        new("secret", new("机密"), ValueKind.Number, 2, Sensitivity: Sensitivity.Sensitive),
        new("lines", new("行"), ValueKind.Table, 3, () => Lines),
        new("parent", new("上级"), ValueKind.Reference, 4, () => Guarded!, Sensitivity: Sensitivity.Internal),
    ]);

    [Fact]
    public void Cost_OfAnAggregate_IsMoreThanThatOfAField()
        => Assert.True(Sample.Compile("SUM([明细.金额])").Facts.Cost > Sample.Compile("[数量] + [单价]").Facts.Cost);
}
