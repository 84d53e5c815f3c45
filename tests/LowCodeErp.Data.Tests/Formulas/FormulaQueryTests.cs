using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;

namespace LowCodeErp.Data.Tests.Formulas;

/// <summary>Formulas as SQL give what they give in memory, over the same records.</summary>
public sealed class FormulaQueryTests(SalesSample sample)
{
    private static readonly EvaluationContext _context = new(SampleDatabase.Now, EvaluationContext.DefaultZone) { CurrentUser = 2 };
    private static readonly FormSchemas _schemas = new(SalesSample.Workspace);

    [Theory]
    [EveryDatabase]
    public async Task Evaluate_ValuesOfCustomers_AreThoseOfMemory(DatabaseProvider provider)
        => await AssertSameAsync(provider, "customer",
        [
            "[name]", "[credit]", "[active]", "[since]", "[seen-at]",
            "[credit] > 1", "[credit] <= 1", "not([credit] > 1)", "[credit] <> 100", "[credit] = \"\"", "[name] = \"zebra\"", "[name] <> \"zebra\"",
            "[active]", "not([active])", "[active] and [credit] > 0", "[active] or [credit] > 0", "XOR([active], [credit] > 0)",
            "IF([credit] > 1, [credit], 5)", "IF([active], \"是\", \"否\")", "IF([credit] > 1, [since], TODAY())", "IF([credit]>1, 12345678901234567.89, [credit])",
            "[since] = #2024-02-29#", "[since] < TODAY()", "[since] >= DATE(2000, 1, 1)", "[seen-at] > NOW()", "[seen-at] = NOW()",
            "ISBLANK([name])", "ISBLANK([credit])", "IFBLANK([credit], 7)", "IFBLANK([name], \"?\")", "[name] IN (\"zebra\", \"50\", \"\")",
            "[credit] IN (0.1, 100, 1.01)", "IN([credit], {100, 5})", "BETWEEN([credit], 0, 100)", "SWITCH([name], \"zebra\", 1, \"50\", 2, 3)",
            "[region.name]", "[region.name] = \"North\"", "[upline.name] & \"\" = [name]", "[upline.region.name]", "[upline.credit] > [credit]", "[upline.active]",
            "[owner] = CURRENTUSER()", "RECNO()", "IFS([credit] > 50, \"A\", [credit] > 0, \"B\", TRUE, \"C\")", "1 = 1", "\"x\"", "TODAY()",
            "CONTAINS({1,2,100}, [credit])", "COUNT({[credit], 1})", "MAX([credit], 5)", "MIN([credit], 5)", "MAX([since], TODAY())", "COUNTA({[name],[name]})",
            "IF([active], [credit] > 1, [credit] < 1)", "IF([active], [active], [credit] < 1) = FALSE",
        ]);

    [Theory]
    [EveryDatabase]
    public async Task Evaluate_LinesAndRelated_AreThoseOfMemory(DatabaseProvider provider)
        => await AssertSameAsync(provider, "order",
        [
            "[customer.name]", "[customer.region.name]", "COUNT([lines])", "COUNT([lines.product])", "MAX([lines.quantity])", "MIN([lines.quantity])",
            "COUNTIF([lines], [quantity] > 3)", "COUNTIF([lines], [product] = \"P1\" and [lines.quantity] > 3)", "COUNTIF([lines], [quantity] > [amount])",
            "CONTAINS([lines.product], \"P1\")", "CONTAINSALL([lines.product], \"P1\", \"P2\")", "CONTAINSANY([lines.product], \"P1\", \"P2\")", "CONTAINSONLY([lines.product], \"P1\", \"P2\")",
            "IN(\"P1\", [lines.product])", "LARGE([lines.quantity], 2)", "SMALL([lines.quantity], 1)", "SMALL([lines.quantity], 9)", "ITEM([lines.product], 1)", "ITEM([lines.product], 3)", "ISBLANK([lines])",
            "ISBLANK([lines.product])", "COUNT(FILTER([lines], [quantity] > 3))", "COUNT(FILTER([lines.quantity], 当前项 > 3))", "COUNTIF([lines], [order.customer.name] = \"zebra\")",
        ]);

    private async Task AssertSameAsync(DatabaseProvider provider, string form, string[] formulas)
    {
        var database = await sample.OnAsync(provider);
        var model = SalesSample.Workspace.FindForm(form)!;
        var failures = new List<string>();
        foreach (var text in formulas)
        {
            var formula = FormulaCompiler.Compile(text, _schemas.Of(model), new(FormulaContext.Set, SqlProviders.All));
            Assert.False(formula.HasErrors, $"{text}: {string.Join("; ", formula.Diagnostics)}");
            var memory = SampleRows.Of(form).ToDictionary(row => row.Id, row => formula.Evaluate(row, new(_context.Now, _context.Zone) { CurrentUser = 2, RecordNumber = row.Id }));
            try
            {
                var values = await database.Formulas.EvaluateAsync(model, formula, _context, Actor.System, TestContext.Current.CancellationToken);
                var wrong = memory.Where(row => !Equals(row.Value, values[row.Key])).Take(2)
                    .Select(row => $"#{row.Key} memory {ValueText.Of(row.Value, _context)} database {ValueText.Of(values[row.Key], _context)}").ToArray();
                if (wrong.Length > 0)
                {
                    failures.Add($"{text}: {string.Join("; ", wrong)}\n{(await database.Formulas.ShowValuesAsync(model, formula, _context, Actor.System)).Text}");
                }
            }
            catch (Exception exception)
            {
                failures.Add($"{text}: {exception.Message.Split('\n')[0]} {exception.InnerException?.Message} {exception.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("LowCode", StringComparison.Ordinal))}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }
}
