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

    [Fact]
    public void Cost_OfAnAggregate_IsMoreThanThatOfAField()
        => Assert.True(Sample.Compile("SUM([明细.金额])").Facts.Cost > Sample.Compile("[数量] + [单价]").Facts.Cost);
}
