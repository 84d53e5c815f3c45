using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.TestDatabases;
using FieldPath = LowCodeErp.Runtime.Forms.FieldPath;

namespace LowCodeErp.Data.Tests.Formulas;

/// <summary>Lists filtered by formulas, alone and among other conditions.</summary>
public sealed class FormulaFilterTests(SalesSample sample)
{
    private static readonly FormModel _customer = SalesSample.Workspace.FindForm("customer")!;
    private static readonly EvaluationContext _context = new(SampleDatabase.Now) { CurrentUser = 2 };

    [Theory]
    [EveryDatabase]
    public async Task ReadPage_FilteredByFormulas_FindsWhatMemoryDoes(DatabaseProvider provider)
    {
        string[] formulas =
        [
            "[credit] > 1", "not([credit] > 1)", "[region.name] = \"North\"", "[credit] / [upline.credit] > 1", "1 / [credit] > 0 or [active]", "[owner] = CURRENTUSER()",
            "not([upline.credit] * 2 > [credit])", "COUNT([order]) > 0", "[since] < TODAY()", "[active]", "not([active])", "TRUE", "IF([active], [credit] > 1, [upline.active])",
        ];
        foreach (var text in formulas)
        {
            var expected = Expected(text);
            var found = await ReadAsync(provider, new(_customer) { Where = Holds(text) });
            Assert.True(expected.Order().SequenceEqual(found.Order()), text);
            Assert.Equal(expected.Order(), await (await sample.OnAsync(provider)).Formulas.FindAsync(_customer, Compile(text), _context, Actor.System, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task ReadPage_FormulaAmongOtherConditionsAndPages_FindsBoth(DatabaseProvider provider)
    {
        var blank = new Condition.IsBlank(FieldPath.Find(_customer, "credit")!);
        var where = new Condition.Any(Holds("[region.name] = \"North\" and [upline.credit] >= 0"), new Condition.All(blank, Holds("ISBLANK([upline.name])")));
        var north = Expected("[region.name] = \"North\" and [upline.credit] >= 0").Union(Expected("ISBLANK([credit]) and ISBLANK([upline.name])")).OrderDescending().ToArray();

        var first = await ReadAsync(provider, new(_customer) { Where = where, Take = 5 });
        var second = await ReadAsync(provider, new(_customer) { Where = where, Skip = 5, Take = 5 });

        Assert.Equal(north.Take(10), first.Concat(second));
        Assert.NotEmpty(second);
    }

    /// <summary>Formulas come from addresses too.</summary>
    [Theory]
    [EveryDatabase]
    public async Task ReadPage_FormulaWithTextThatCannotBeStored_FindsNothing(DatabaseProvider provider)
    {
        foreach (var text in new[] { "无名\0", "\ud800无名" })
        {
            foreach (var formula in new[] { $"[name] = \"{text}\"", $"[name] & \"{text}\" = \"{text}\" & \"x\"", $"FIND(\"{text}\", [name]) > 0" })
            {
                Assert.Empty(await ReadAsync(provider, new(_customer) { Where = Holds(formula) }));
            }
        }
    }

    private static Condition.Holds Holds(string text) => new(Compile(text), _context);

    private static CompiledFormula Compile(string text)
        => FormulaCompiler.Compile(text, new FormSchemas(SalesSample.Workspace).Of(_customer), new(FormulaContext.Set, ResultType: FormulaType.Boolean));

    private static long[] Expected(string text) => [.. SalesSample.Memory.Of("customer").Where(row => Compile(text).Holds(row, _context)).Select(row => row.Id)];

    private async Task<IReadOnlyList<long>> ReadAsync(DatabaseProvider provider, RecordQuery query)
    {
        var page = await (await sample.OnAsync(provider)).Queries.ReadPageAsync(query, Actor.System, TestContext.Current.CancellationToken);
        return [.. page.Rows.Select(row => row.Id)];
    }
}
