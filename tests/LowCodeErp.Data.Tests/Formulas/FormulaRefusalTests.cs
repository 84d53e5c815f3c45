using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Runtime.Formulas;

namespace LowCodeErp.Data.Tests.Formulas;

/// <summary>What no database can do is refused when the formula is compiled, never found out when it runs.</summary>
public sealed class FormulaRefusalTests
{
    [Theory]
    [InlineData("TEXT([amount], \"0.00\")", "TEXT")]
    [InlineData("LARGE([lines.quantity], [amount])", "LARGE")]
    [InlineData("ITEM([lines.product], [amount])", "ITEM")]
    [InlineData("PRODUCT([lines.quantity], 5)", "PRODUCT")]
    [InlineData("TEXTJOIN(\",\", TRUE, \"a\", [lines.product])", "TEXTJOIN")]
    [InlineData("CONTAINSALL({\"a\"}, [lines.product])", "CONTAINSALL")]
    [InlineData("SUM(MAP([lines], [quantity] * 2))", "MAP")]
    [InlineData("MEDIAN([lines.quantity])", "MEDIAN")]
    [InlineData("ITEM(FILTER({[amount], ITEM(FILTER({[amount], 1}, 当前项 > 0), 1)}, 当前项 > 1), 1)", "ITEM")]
    [InlineData("TEXTJOIN(\",\", TRUE, FILTER({\"a\", ITEM(FILTER({[number]}, 当前项 <> \"b\"), 1)}, 当前项 <> \"b\"))", "TEXTJOIN")]
    public void Compile_ForSets_NamesTheFunctionAndARemedy(string text, string function)
    {
        var formula = Compile(text, SqlProviders.All);

        var diagnostic = Assert.Single(formula.Diagnostics, diagnostic => diagnostic.Code == "formula.not-in-sets");
        Assert.StartsWith(function + " ", diagnostic.Message.Chinese, StringComparison.Ordinal);
        Assert.False(FormulaCompiler.Compile(text, new FormSchemas(SalesSample.Workspace).Of(SalesSample.Workspace.FindForm("order")!)).HasErrors);
    }

    [Theory]
    [InlineData("[lines]")]
    [InlineData("[lines.product]")]
    [InlineData("FILTER([lines], [quantity] > 1)")]
    public void Compile_ListForSets_IsRefused(string text)
        => Assert.Equal("formula.list-in-sets", Assert.Single(Compile(text, SqlProviders.All).Diagnostics).Code);

    private static CompiledFormula Compile(string text, SqlProviders providers) => FormulaCompiler.Compile(
        text, new FormSchemas(SalesSample.Workspace).Of(SalesSample.Workspace.FindForm("order")!), new(FormulaContext.Set, providers));
}
