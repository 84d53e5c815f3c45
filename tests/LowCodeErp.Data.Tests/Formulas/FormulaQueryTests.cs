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
            "IF(([credit] > 1) = not(TRUE), 1, 2)", "IF(not(BETWEEN(TODAY(), #2024-02-29#, [since])), 1, 2)", "IF(not(AND({[credit] <= 1, TRUE})), TRUE)",
            "AND([active])", "AND([upline.active])", "not(AND([upline.active]))", "AND([upline.active]) = not([active])",
            "not(IFBLANK([credit] > 1, TRUE))", "IFBLANK([upline.credit] < [credit]) OR not(CONTAINS({1, RECNO()}, MROUND(0.12, -3)))",
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

    [Theory]
    [EveryDatabase]
    public async Task Evaluate_Computed_AreThoseOfMemory(DatabaseProvider provider)
        => await AssertSameAsync(provider, "customer",
        [
            "[credit] + 1", "[credit] * 1.5 - 2", "-[credit]", "[credit] / 3", "1 / [credit]", "[credit] / [upline.credit]", "[credit] % 3", "[credit] ^ 2",
            "[credit] + 1 > 2", "[credit] * 2 = 200", "[credit] * 2 <> 200", "not([credit] + 1 > 2)", "[credit] + 1 = [upline.credit] + 1", "IF([active], [credit]) = [upline.credit]",
            "IF([active], [credit]) <> [upline.credit]", "IF([active], [credit]) > [upline.credit]", "IFERROR(1 / [credit], -1)", "ISERROR(1 / [credit])", "1 / [credit] > 0",
            "ROUND([credit] / 7, 2)", "INT([credit])", "MOD([credit], 7)", "SUM([credit], [upline.credit], 5)", "AVERAGE([credit], [upline.credit])", "MAX([credit] / 3, 5)",
            "[name] & \"-\" & [credit]", "[name] & [since]", "[name] & [seen-at]", "LEN([name])", "LEFT([name], 2)", "UPPER([name]) = \"ZEBRA\"", "CONTAINS([name], \"b\")",
            "not(CONTAINS([name], \"b\"))", "TEXTJOIN(\",\", TRUE, [name], [code])", "CONCATENATE([name], [code], 1)", "YEAR([since])", "[since] + 1", "[since] - TODAY()", "DAYS(TODAY(), [since]) >= 7",
            "EDATE([since], 1)", "DATEDIF([since], TODAY(), \"M\")", "[seen-at] + 0.5", "HOUR([seen-at])", "YEAR([seen-at])", "[seen-at] > [since]", "WEEKDAY([since])", "PRODUCT([credit], 2)",
            "IF([credit] > 0, 1 / [credit], 0)", "VALUE([name])", "IFERROR(VALUE([name]), 0) + 1", "TEXTJOIN(\"\", FALSE, [name], [code])", "IF(LEN([name]) > 3, [credit] * 2, [credit])", "ABS([credit]) > 3",
            "CHOOSE([credit], \"a\", \"b\")", "EXACT([name], \"zebra\")", "SUBSTITUTE([name], \"b\", \"\")", "LARGE({[credit], 5, 7}, 2)", "MEDIAN(1, 2)",
        ]);

    [Theory]
    [EveryDatabase]
    public async Task Evaluate_ComputedOverLines_AreThoseOfMemory(DatabaseProvider provider)
    {
        await AssertSameAsync(provider, "order",
        [
            "SUM([lines.quantity])", "AVERAGE([lines.quantity])", "SUMIF([lines], [product] = \"P1\", [quantity] * 2)", "AVERAGEIF([lines], [quantity] > 2, [quantity] / 3)", "SUMIF([lines], TRUE, [amount])",
            "PRODUCT([lines.quantity])", "SUM([lines.quantity]) * [amount] > 100", "MAX([lines.quantity]) + 1", "COUNT([lines]) > 2", "COUNT([lines]) = 0", "LARGE(FILTER([lines.quantity], 当前项 > 2), 1)",
            "SUMIF([lines], [lines.quantity] > [amount], [quantity])", "COUNTIF([lines.quantity], 当前项 * 2 > 6)", "SUM([lines.quantity], 5)", "MAX([lines.quantity], [amount])", "COUNT([lines.quantity], 5)",
            "TEXTJOIN(\",\", TRUE, [lines.product])",
        ]);
        await AssertSameAsync(provider, "customer",
        [
            "COUNT([order])", "SUM([order.amount])", "COUNT([customer])", "SUMIF([order], [amount] > 5, [amount])", "SUM([upline.order.amount])", "COUNTIF([order], [customer.name] = [order.customer.code])",
        ]);
    }

    private async Task AssertSameAsync(DatabaseProvider provider, string form, string[] formulas)
    {
        var database = await sample.OnAsync(provider);
        var model = SalesSample.Workspace.FindForm(form)!;
        var failures = new List<string>();
        foreach (var text in formulas)
        {
            var formula = FormulaCompiler.Compile(text, _schemas.Of(model), new(FormulaContext.Set, SqlProviders.Sqlite | SqlProviders.PostgreSql));
            Assert.False(formula.HasErrors, $"{text}: {string.Join("; ", formula.Diagnostics)}");
            var memory = SalesSample.Memory.Of(form).ToDictionary(row => row.Id, row => formula.Evaluate(row, new(_context.Now, _context.Zone) { CurrentUser = 2, RecordNumber = row.Id }));
            try
            {
                var values = await database.Formulas.EvaluateAsync(model, formula, _context, Actor.System, TestContext.Current.CancellationToken);
                var wrong = memory.Where(row => !Equals(row.Value, values[row.Key])).Take(2)
                    .Select(row => $"#{row.Key} memory {ValueText.Of(row.Value, _context)} database {ValueText.Of(values[row.Key], _context)}").ToArray();
                if (wrong.Length > 0)
                {
                    failures.Add($"{text}: {string.Join("; ", wrong)}\n{FormulaStatement.OfForm(provider, SalesSample.Workspace, model, formula, _context).Text}");
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
