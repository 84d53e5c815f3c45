using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Runtime.Formulas;

namespace LowCodeErp.Data.Tests.Formulas;

/// <summary>
/// The text of representative formulas on each provider, in the files beside this one; LOWCODE_UPDATE=1 rewrites them. SQL Server's
/// is seen here only, as no server is at hand.
/// </summary>
public sealed class FormulaStatementTests
{
    private static readonly (string Form, string Formula)[] _formulas =
    [
        ("customer", "[credit] > 1.5 and [since] <= TODAY() and [name] <> \"zebra\""),
        ("customer", "not([credit] > 1.5)"),
        ("customer", "[region] = [upline.region] or [upline.name] = \"b\""),
        ("customer", "[name] IN (\"a\", \"b\") and [active]"),
        ("customer", "[credit] * 1.5 + 1 > [upline.credit]"),
        ("customer", "[credit] * [upline.credit] * (1 - [credit]) > 1000"),
        ("customer", "[credit] / [upline.credit]"),
        ("customer", "IF([credit] > 0, ROUND([credit] / 7, 2), [credit])"),
        ("customer", "[name] & \"-\" & YEAR([seen-at])"),
        ("order", "SUMIF([lines], [product] = \"P1\", [quantity] * 2) > 10"),
        ("order", "COUNTIF([lines], [quantity] > [amount])"),
        ("order", "LARGE([lines.quantity], 2)"),
        ("order", "TEXTJOIN(\",\", TRUE, [lines.product])"),
        ("order", "AVERAGE([lines.quantity])"),
        ("customer", "SUM([order.amount])"),
    ];

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "sqlite.sql")]
    [InlineData(DatabaseProvider.PostgreSql, "postgresql.sql")]
    [InlineData(DatabaseProvider.SqlServer, "sql-server.sql")]
    public async Task OfForm_RepresentativeFormulas_AreTheseTexts(DatabaseProvider provider, string file)
    {
        var text = string.Join("\n\n", _formulas.Select(formula => $"-- {formula.Form}: {formula.Formula}\n{Write(provider, formula.Form, formula.Formula).Text}")) + "\n";

        var path = Path.Combine(AppContext.BaseDirectory, "../../../Formulas", file);
        if (Environment.GetEnvironmentVariable("LOWCODE_UPDATE") == "1")
        {
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), text);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void OfForm_OtherLiterals_HaveTheSameText(DatabaseProvider provider)
    {
        var first = Write(provider, "customer", "[credit] > 1.5 and [name] = \"a\" or [since] > #2024-01-31#");
        var second = Write(provider, "customer", "[credit] > 7 and [name] = \"'b\" or [since] > #1999-12-31#");

        Assert.Equal(first.Text, second.Text);
        Assert.NotEqual(first.Parameters, second.Parameters);
    }

    private static FormulaStatement Write(DatabaseProvider provider, string form, string text)
    {
        var model = SalesSample.Workspace.FindForm(form)!;
        var formula = FormulaCompiler.Compile(text, new FormSchemas(SalesSample.Workspace).Of(model), new(FormulaContext.Set, SqlProviders.All));
        return FormulaStatement.OfForm(provider, SalesSample.Workspace, model, formula, new(SampleDatabase.Now));
    }
}
