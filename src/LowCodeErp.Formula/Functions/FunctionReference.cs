using System.Globalization;
using System.Text;

namespace LowCodeErp.Formula.Functions;

/// <summary>The reference of all functions as Markdown, made from what the functions say of themselves.</summary>
public static class FunctionReference
{
    private const string Header = "| 函数 Function | 说明 Meaning | 例 Examples | 空值 Blank | SQL |\n|---|---|---|---|---|";

    public static string Write()
    {
        var text = new StringBuilder();
        foreach (var family in FunctionCatalog.All.GroupBy(function => function.Family).OrderBy(family => family.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"### {family.Key}\n\n{Header}\n");
            foreach (var function in family)
            {
                text.Append(WriteRow(function));
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string WriteRow(FormulaFunction function)
    {
        var names = string.Join(", ", function.Aliases);
        var examples = string.Join("<br>", function.Examples.Select(example => $"`{example.Formula}` → {example.Gives}"));
        var row = $"{SignatureDisplay.Of(function).Chinese}<br>{names} | {function.Help.Chinese} {function.Help.English} | {examples} | {Describe(function.Blanks)} | {Describe(function.Sql)}";
        return $"| {row.Replace("\n", " ", StringComparison.Ordinal)} |\n";
    }

    private static string Describe(BlankRule rule) => rule switch
    {
        BlankRule.Zero => "0",
        BlankRule.EmptyText => "\"\"",
        BlankRule.Propagates => "空 → 空",
        BlankRule.Ignored => "略过 skipped",
        BlankRule.False => "FALSE",
        _ => "–",
    };

    private static string Describe(SqlProviders providers) => providers switch
    {
        SqlProviders.All => "✔",
        SqlProviders.None => "✘",
        _ => providers.ToString(),
    };
}
