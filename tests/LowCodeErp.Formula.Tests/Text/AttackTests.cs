using System.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Tests.Text;

/// <summary>Formulas made to break the process: each is refused when it is saved, in words, or bounded when it runs; none takes long.</summary>
public sealed class AttackTests
{
    private const int Attempts = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static TheoryData<string, string, string> Refused => new()
    {
        { "8,001 characters", new string(' ', 8_000) + "1", "too-long" },
        { "1,001 parts", string.Concat(Enumerable.Repeat("(1+1)*", 200)) + "ROUND(1" + string.Concat(Enumerable.Repeat(",1", 600)) + ")", "too-many-parts" },
        { "a list of 1,001", "{1" + string.Concat(Enumerable.Repeat(",1", 1_000)) + "}", "too-many-parts" },
        { "10,000 sums", Repeat("1+", 10_000) + "1", "too-long" },
        { "3,900 sums", Repeat("1+", 3_900) + "1", "too-many-parts" },
        { "400 sums", Repeat("1+", 400) + "1", "too-deep" },
        { "10,000 joins", Repeat("1&", 10_000) + "1", "too-long" },
        { "400 joins", Repeat("[名称]&", 400) + "1", "too-deep" },
        { "1,500 AND", Repeat("真 AND ", 1_500) + "真", "too-long" },
        { "400 AND", Repeat("真 且 ", 400) + "真", "too-deep" },
        { "400 NOT", Repeat("非 ", 400) + "真", "too-deep" },
        { "400 NOT with spaces", Repeat("NOT ", 400) + "TRUE", "too-deep" },
        { "3,000 nested IF", Repeat("IF(真,", 3_000) + "1" + Repeat(",2)", 3_000), "too-long" },
        { "500 nested IF", Repeat("IF(真,", 500) + "1" + Repeat(",2)", 500), "too-deep" },
        { "IF in the last argument", Repeat("IF(假,1,", 400) + "1" + Repeat(")", 400), "too-deep" },
        { "65 brackets", Repeat("(", 65) + "1" + Repeat(")", 65), "too-deep" },
        { "3,900 brackets", Repeat("(", 3_900) + "1" + Repeat(")", 3_900), "too-deep" },
        { "open brackets", Repeat("(", 7_999), "too-deep" },
        { "open lists", Repeat("{", 7_999), "too-deep" },
        { "open field names", Repeat("[", 7_999), "field-not-closed" },
        { "signs", Repeat("-", 7_998) + "1", "too-deep" },
        { "percents", "1" + Repeat("%", 7_998), "too-many-parts" },
        { "a number of 7,000 digits", Repeat("9", 7_000), "number-too-large" },
        { "an exponent of 7,000 digits", "1e" + Repeat("9", 7_000), "number-too-large" },
        { "a field name of 7,000 characters", "[" + Repeat("数", 7_000) + "]", "unknown-field" },
        { "a path of 3,900 dots", "[客户" + Repeat(".a", 3_900) + "]", "unknown-field" },
        { "a path of dots only", "[" + Repeat(".", 7_000) + "]", "unknown-field" },
        { "a function name of 7,000 characters", Repeat("A", 7_000) + "(1)", "unknown-function" },
        { "a unit of 7,000 characters", "DATEADD([到期日], 1, \"" + Repeat("月", 7_000) + "\")", "not-a-choice" },
        { "FILTER in FILTER", "COUNT(FILTER([明细], COUNT(FILTER([明细], [数量] > 1)) > 1))", "nested-each" },
        { "MAP in MAP", "MAP({1, 2}, SUM(MAP({1, 2}, 当前项)))", "nested-each" },
        { "COUNTIF in SUMIF", "SUMIF([明细], COUNTIF([明细], TRUE) > 1, [金额])", "nested-each" },
        { "5 subqueries", "COUNT([明细]) + SUM([明细.金额]) + MAX([明细.金额]) + MIN([明细.金额]) + COUNTIF([明细], TRUE)", "too-many-subqueries" },
        { "30 IFERROR in IFERROR", Repeat("IFERROR(1/", 30) + "[数量]" + Repeat(",0)", 30), "too-costly" },
        { "IFS with IFERROR", Repeat("IFS(IFERROR(1/", 20) + "[数量]" + Repeat(",0)>1,1)", 20), "too-costly" },
        { "a computed pattern", "REGEXMATCH([名称], [名称])", "literal-needed" },
        { "a backtracking pattern", "REGEXMATCH([名称], \"(a)\\1\")", "bad-pattern" },
        { "a lookahead", "REGEXMATCH([名称], \"(?=a)a\")", "bad-pattern" },
        { "an exploding pattern", "REGEXMATCH([名称], \"((((a{100}){100}){100}){100}){100}\")", "bad-pattern" },
        { "a .NET member", "[名称].GetType()", "unknown-character" },
        { "a .NET type", "System.Environment.Exit(1)", "unknown-name" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Attack_Compiled_IsRefusedInWords(string what, string text, string code)
    {
        var started = Stopwatch.GetTimestamp();
        var formula = Sample.Compile(text);
        Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"{what} took {Stopwatch.GetElapsedTime(started)}");
        Assert.True(formula.HasErrors, what);
        var diagnostic = formula.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Code == "formula." + code);
        Assert.True(diagnostic is not null, $"{what}: {string.Join(' ', formula.Diagnostics.Take(5).Select(item => item.Code))}");
        Assert.InRange(diagnostic.Message.Chinese.Length, 5, 300);
        Assert.InRange(diagnostic.Message.English!.Length, 10, 400);
        Assert.InRange(formula.Diagnostics.Count, 1, 1_000);
    }

    [Theory]
    [InlineData("REPT([名称], 1e9)")]
    [InlineData("REPT(\"ab\", 20000)")]
    [InlineData("[长] & [长]")]
    [InlineData("CONCATENATE([长], [长], [长])")]
    [InlineData("TEXTJOIN([长], FALSE, \"a\", \"b\", \"c\")")]
    [InlineData("SUBSTITUTE([长], \"a\", [长])")]
    [InlineData("2 ^ 1e9")]
    [InlineData("1e28 * 1e28")]
    [InlineData("-1e28 * 1e28 - 1")]
    [InlineData("EXP(1e28)")]
    [InlineData("DATEADD([日], 1e28, \"year\")")]
    [InlineData("EDATE([日], -1e28)")]
    [InlineData("[日] + 1e28")]
    [InlineData("WORKDAY([日], 1e9)")]
    public void Attack_Run_IsBlankAndQuick(string text) => Assert.Null(Run(text));

    [Fact]
    public void WorkingDays_OfTheWholeCalendar_AreCountedAtOnce() => Assert.Equal(2_608_615m, Run("NETWORKDAYS(#0001-01-01#, #9999-12-31#)"));

    [Theory]
    [InlineData("REGEXMATCH([长], \"^(a+)+$\")", true)]
    [InlineData("REGEXMATCH([长] , \"(a|aa)+b\")", false)]
    [InlineData("REGEXMATCH([长], \"(x+x+)+y|(.*)*b\")", false)]
    [InlineData("REGEXMATCH([长], \"a{1,500}b\")", false)]
    [InlineData("COUNT(SPLIT([长], \"a\"))", 0)]
    [InlineData("LEN(SUBSTITUTE([长], \"a\", \"b\"))", 20_000)]
    [InlineData("LEN(MID([长], 1, 1e28))", 20_000)]
    [InlineData("LEN(ITEM(SORT(SPLIT([长], \"\")), 1))", 20_000)]
    [InlineData("ROUND(1.5, 1e28)", 1.5)]
    [InlineData("LARGE({1, 2}, 1e28) = 1", null)]
    [InlineData("LEN(TEXT(1e28, \"0.000000000000000000000000000000000000000000000000\"))", 78)]
    public void Attack_WithAnAnswer_IsQuick(string text, object? expected)
        => Assert.Equal(expected is int or double ? Convert.ToDecimal(expected, null) : expected, RunPatiently(text));

    [Fact]
    public void PatternOfBrackets_IsQuick()
        => Assert.Equal(false, Run("REGEXMATCH([名称], \"" + Repeat("(", 3_000) + "a" + Repeat(")", 3_000) + "\")"));

    /// <summary>Wildcards backtrack by nature; this is the worst that was found.</summary>
    [Fact]
    public void Wildcards_InALongText_AreQuick() => Assert.Null(Run("SEARCH(\"" + Repeat("*a", 200) + "b\", [长])"));

    /// <summary>A pattern has half a second by the clock, which passes on a machine that is busy with something else. One answer shows that there is one.</summary>
    private static object? RunPatiently(string text) => Enumerable.Range(0, Attempts).Select(_ => Run(text)).FirstOrDefault(value => value is not null);

    private static object? Run(string text)
    {
        var schema = new FormulaSchema("attack", 1, [new("long", new("长"), ValueKind.Text, 0), new("day", new("日"), ValueKind.Date, 1), new("name", new("名称"), ValueKind.Text, 2)]);
        var row = new ArrayRow([new string('a', 20_000), new DateOnly(2024, 2, 29), "张三"]);
        var formula = FormulaCompiler.Compile(text, schema);
        Assert.Empty(formula.Diagnostics);
        var started = Stopwatch.GetTimestamp();
        var value = formula.Evaluate(row, Sample.Context);
        Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"{text} took {Stopwatch.GetElapsedTime(started)}");
        return value;
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
