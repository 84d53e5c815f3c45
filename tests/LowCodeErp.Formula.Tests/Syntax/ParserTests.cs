using LowCodeErp.Formula.Syntax;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Tests.Syntax;

public sealed class ParserTests
{
    [Theory]
    [InlineData("１＋２", "1 + 2")]
    [InlineData("（[单价]×[数量]）÷２", "([单价] * [数量]) / 2")]
    [InlineData("ＳＵＭ（１，２；３）", "SUM(1, 2, 3)")]
    [InlineData("【名称】≠“张三”", "[名称] <> \"张三\"")]
    [InlineData("[a]≤1 且 [b]≥2", "[a] <= 1 AND [b] >= 2")]
    [InlineData("=1", "1")]
    [InlineData("a==b", "a = b")]
    [InlineData("12.5％", "12.5%")]
    [InlineData("10%3", "10 % 3")]
    [InlineData("10%-3", "10% - 3")]
    [InlineData("[a]%-3", "[a] % -3")]
    [InlineData("非 [a]", "![a]")]
    [InlineData("[状态] 属于 ('新建'、'完成')", "[状态] IN (\"新建\", \"完成\")")]
    [InlineData("'it''s' & \"a\"\"b\"", "\"it's\" & \"a\"\"b\"")]
    [InlineData("“他说\"好\"”", "\"他说\"\"好\"\"\"")]
    [InlineData("[a]]b]", "[a]]b]")]
    [InlineData("#2024/1/5#", "#2024-01-05#")]
    [InlineData("1.50", "1.50")]
    public void Formula_WrittenLoosely_PrintsCanonically(string text, string expected)
    {
        var syntax = Parser.Parse(text);
        Assert.Empty(syntax.Diagnostics);
        Assert.Equal(expected, FormulaPrinter.AsWritten.Print(syntax.Root));
    }

    [Theory]
    [InlineData("1 + 2 * 3", "(1 + (2 * 3))")]
    [InlineData("2 ^ 3 ^ 2", "((2 ^ 3) ^ 2)")]
    [InlineData("1 - 2 - 3", "((1 - 2) - 3)")]
    [InlineData("1 & 2 + 3 = 4", "((1 & (2 + 3)) = 4)")]
    [InlineData("TRUE OR FALSE AND NOT 1 = 2", "(True || (False && Not((1 = 2))))")]
    [InlineData("2 ^ -1", "(2 ^ Negate(1))")]
    [InlineData("-2 * 3", "(Negate(2) * 3)")]
    [InlineData("50% * 2", "(Percent(50) * 2)")]
    public void Operators_WithoutParentheses_BindAsInExcel(string text, string expected)
        => Assert.Equal(expected, Shape(Parser.Parse(text).Root));

    [Theory]
    [InlineData("", "empty", 0, 0)]
    [InlineData("1 +", "operand-missing", 2, 1)]
    [InlineData("1 2", "operator-missing", 2, 1)]
    [InlineData("(1 + 2", "not-closed", 0, 1)]
    [InlineData("1 + 2)", "unmatched-close", 5, 1)]
    [InlineData("\"abc", "text-not-closed", 0, 4)]
    [InlineData("[abc", "field-not-closed", 0, 4)]
    [InlineData("[ ]", "field-name-missing", 0, 3)]
    [InlineData("1 @ 2", "unknown-character", 2, 1)]
    [InlineData("#2024-13-01#", "bad-date", 0, 12)]
    [InlineData("-2^2", "ambiguous-power", 0, 3)]
    [InlineData("1 < 2 < 3", "comparison-chain", 0, 9)]
    [InlineData("SUM(1 2)", "comma-missing", 6, 1)]
    [InlineData("SUM(1,)", "operand-missing", 5, 1)]
    [InlineData("1 IN 2", "in-needs-list", 5, 1)]
    [InlineData("1e99", "number-too-large", 0, 4)]
    public void Mistake_Parsed_IsReportedWithItsPlace(string text, string code, int start, int length)
    {
        var diagnostic = Parser.Parse(text).Diagnostics[0];
        Assert.Equal(("formula." + code, new TextSpan(start, length)), (diagnostic.Code, diagnostic.Span));
    }

    [Fact]
    public void SeveralMistakes_Parsed_AreReportedTogether()
        => Assert.Equal(
            ["formula.operand-missing", "formula.bad-date", "formula.unmatched-close"],
            Parser.Parse("(1 + ) + #x# )").Diagnostics.Select(diagnostic => diagnostic.Code));

    [Theory]
    [InlineData("1 2 * 3")]
    [InlineData("(1 + 2)) * 3")]
    [InlineData("1 @ 2 + 3")]
    [InlineData("SUM(1, 2) [数量] > 3")]
    [InlineData("IF(1 > 2, 3 4, 5)")]
    public void OneMistake_Parsed_IsReportedOnce(string text) => Assert.Single(Parser.Parse(text).Diagnostics);

    [Theory]
    [InlineData("(", ")", 20_000, "too-long")]
    [InlineData("(", ")", 3_000, "too-deep")]
    [InlineData("-", "", 3_000, "too-deep")]
    [InlineData("ABS(", ")", 1_000, "too-deep")]
    [InlineData("1+", "", 300, "too-deep")]
    [InlineData("1+", "", 3_000, "too-many-parts")]
    public void Attack_Parsed_IsRefused(string before, string after, int times, string code)
    {
        var text = string.Concat(Enumerable.Repeat(before, times)) + "1" + string.Concat(Enumerable.Repeat(after, times));
        Assert.Contains(Parser.Parse(text).Diagnostics, diagnostic => diagnostic.Code == "formula." + code);
    }

    [Fact]
    public void BracketsWithinTheLimit_Parsed_AreAccepted()
        => Assert.Empty(Parser.Parse(new string('(', FormulaLimits.Depth) + "1" + new string(')', FormulaLimits.Depth)).Diagnostics);

    private static string Shape(SyntaxNode node) => node switch
    {
        SyntaxNode.Binary binary => $"({Shape(binary.Left)} {OperatorTable.SymbolOf(binary.Operator)} {Shape(binary.Right)})",
        SyntaxNode.Unary unary => $"{unary.Operator}({Shape(unary.Operand)})",
        SyntaxNode.Literal literal => literal.Value.ToString()!,
        _ => node.GetType().Name,
    };
}
