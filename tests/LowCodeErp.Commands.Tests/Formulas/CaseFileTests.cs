using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.Specifications.ReferenceData;

namespace LowCodeErp.Commands.Tests.Formulas;

/// <summary><c>formula --cases</c>: what is said of each case, and the totals.</summary>
public sealed partial class CaseFileTests(OrdersWorkspace orders) : IClassFixture<OrdersWorkspace>
{
    private const string Mixed =
        """
        [
          {"id": "A1", "formula": "=1+1", "expected": 2, "tier": "core", "must": true},
          {"id": "A2", "formula": "=LEFT(\"销售\", 1)", "expected": "售", "tier": "core"},
          {"id": "A3", "formula": "=NOSUCH(1)", "expected": 1, "tier": "core"},
          {"id": "A4", "formula": "=DATE(2024, 1, 31)", "expected": 1, "expectedDate": "2024-01-31", "tier": "list"},
          {"id": "A5", "formula": "=ABS(\"-7\")", "expected": 7, "tier": "coercion"},
          {"id": "A6", "formula": "=1/0", "expected": {"error": "#DIV/0!"}},
          {"id": "A7", "formula": "=2/3", "expected": 0.67, "tol": 0.01}
        ]
        """;

    [Theory]
    [InlineData(null, "coercion：通过 1，失败 0，函数未知 0", "core：通过 1，失败 1，函数未知 1", "合计：通过 5，失败 1，函数未知 1")]
    [InlineData("en", "coercion: 1 passed, 0 failed, 0 unknown", "core: 1 passed, 1 failed, 1 unknown", "total: 5 passed, 1 failed, 1 unknown")]
    public async Task Cases_NoneThatMustFails_AreListedAndCounted(string? language, string coercion, string core, string total)
    {
        var lines = (await RunAsync(language, Mixed)).MustSucceed().Output.TrimEnd().Split('\n');
        Assert.Equal("A1\tpass\t=1+1", lines[0]);
        Assert.Equal("A2\tfail\t=LEFT(\"销售\", 1)\t\"售\"\t销", lines[1]);
        Assert.Equal("A3\tunknown\t=NOSUCH(1)", lines[2]);
        Assert.Contains(coercion, lines);
        Assert.Contains(core, lines);
        Assert.Equal(total, lines[^1]);
    }

    [Fact]
    public async Task Cases_OneThatMustFails_ExitsWithOne()
    {
        var result = await RunAsync("en", """[{"id": "B1", "formula": "=1+1", "expected": 3, "tier": "core", "must": true}]""");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("must: 0 passed, 1 failed, 0 unknown", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("[{\"id\": \"C1\", \"formula\": null, \"expected\": 1}]")]
    [InlineData("[{\"id\": \"C1\", \"formula\": \"1\"}]")]
    [InlineData("[")]
    [InlineData("")]
    public async Task Cases_OfAnotherForm_AreRefused(string text)
        => Assert.Contains("不是公式案例", (await RunAsync(null, text)).MustRefuse(1).ErrorLines[0], StringComparison.Ordinal);

    [Fact]
    public async Task Cases_OnADatabase_AreJudgedThereAndMemoryOnlyOnesCounted()
    {
        var file = orders.Workspace.Write("database.json", Mixed.Replace("=2/3", "=VALUE(TEXT(2/3, '0.00'))", StringComparison.Ordinal));

        var result = (await orders.RunAsync("en", "--cases", file, "--database", orders.Workspace.Database)).MustSucceed();

        Assert.Contains("A1\tpass\t", result.Output, StringComparison.Ordinal);
        Assert.Contains("A7\tmemory-only\t", result.Output, StringComparison.Ordinal);
        Assert.Contains("total: 4 passed, 1 failed, 1 unknown, 1 memory-only", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("formula", "命令有误：要么写一个公式，要么用 --cases 指定案例文件。用 --help 查看用法。")]
    [InlineData("formula --cases nowhere.json", "找不到文件“nowhere.json”。")]
    [InlineData("formula --cases nowhere.json --explain", "命令有误：--explain 不能和 --cases 一起使用。用 --help 查看用法。")]
    public async Task Command_Misused_IsToldInOneLine(string words, string expected)
        => Assert.Equal([expected], (await orders.Workspace.RunAsync(words.Split(' '))).MustRefuse(2).ErrorLines);

    /// <summary>Which cases differ, and that they mean to, is pinned by the formula tests; here, that nothing is lost between file and totals.</summary>
    [Fact]
    public async Task Cases_OfTheSharedFile_AreAllCounted()
    {
        var result = await orders.RunAsync("en", "--cases", SharedData.PathOf("formula/cases.json"));
        result.MustNotTrace();
        var total = Total().Match(result.Output);
        Assert.True(total.Success, result.Output + result.Error);
        Assert.Equal(
            CaseLine().Count(result.Output),
            total.Groups.Cast<Group>().Skip(1).Sum(group => int.Parse(group.Value, CultureInfo.InvariantCulture)));
        Assert.Equal(3230, CaseLine().Count(result.Output));
    }

    private Task<Running.CommandResult> RunAsync(string? language, string cases)
        => orders.RunAsync(language, "--cases", orders.Workspace.Write($"{Guid.NewGuid():N}.json", cases));

    [GeneratedRegex(@"^total: (\d+) passed, (\d+) failed, (\d+) unknown", RegexOptions.Multiline)]
    private static partial Regex Total();

    [GeneratedRegex(@"^F\d+\t(pass|fail|unknown)\t", RegexOptions.Multiline)]
    private static partial Regex CaseLine();
}
