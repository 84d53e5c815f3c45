using System.Text;

namespace LowCodeErp.Formula.Tests.Syntax;

/// <summary>Texts that look more or less like formulas, from a seed.</summary>
internal sealed class RandomFormulas(int seed)
{
    private static readonly string[] Pieces =
    [
        "1", "0", "2.5", "12%", "1e28", "\"a\"", "\"\"", "'b'", "“引”", "#2024-01-31#", "#2024-01-31 08:30#", "TRUE", "真", "[数量]", "[单价]",
        "[名称]", "[到期日]", "[创建时间]", "[已付]", "[客户.等级]", "[明细]", "[明细.金额]", "[空数字]", "[标签]", "[没有]", "当前项", "+", "-", "*",
        "/", "%", "^", "&", "=", "<>", "<", ">=", " AND ", " 或 ", " NOT ", " IN ", "(", ")", "{", "}", ",", "，", "（", "）", "×", "÷", "≠", "SUM(",
        "IF(", "ROUND(", "TEXT(", "MAP(", "FILTER(", "COUNTIF(", "DATEADD(", "IFERROR(", "MID(", "FIND(", "SWITCH(", "LEFT(", "REPT(", "POWER(",
        "[", "]", "\"", "'", "#", "😀", "\uD800", "\0", "\t", "中文", "x", "!", ";", "@", "　", "１２", "ＳＵＭ（",
    ];

    private static readonly string[] Values =
        ["1", "0", "-2.5", "\"a\"", "\"\"", "#2024-01-31#", "TRUE", "[数量]", "[名称]", "[到期日]", "[空数字]", "[空文本]", "[空日期]", "[客户.等级]", "[标签]", "[明细]", "[明细.金额]", "当前项"];

    private static readonly string[] Operators = ["+", "-", "*", "/", "%", "^", "&", "=", "<>", "<", ">=", "AND", "OR"];

    private static readonly string[] Functions = LowCodeErp.Formula.Functions.FunctionCatalog.All.Select(function => function.Name).ToArray();

    private readonly Random _random = new(seed);

    /// <summary>Pieces in any order: mostly nonsense.</summary>
    public string Soup()
    {
        var text = new StringBuilder();
        for (var count = _random.Next(1, 30); count > 0; count--)
        {
            text.Append(_random.Next(40) == 0 ? ((char)_random.Next(char.MaxValue)).ToString() : Pick(Pieces));
        }

        return text.ToString();
    }

    /// <summary>Well-formed, and often well-typed.</summary>
    public string Tree(int depth = 4) => depth == 0 ? Pick(Values) : _random.Next(6) switch
    {
        0 => Pick(Values),
        1 => $"({Tree(depth - 1)})",
        2 => $"-{Pick(Values)}",
        3 => $"{Tree(depth - 1)} {Pick(Operators)} {Tree(depth - 1)}",
        _ => $"{Pick(Functions)}({string.Join(", ", Enumerable.Range(0, _random.Next(4)).Select(_ => Tree(depth - 1)))})",
    };

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
