using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>Formulas over records as a transaction has stored them.</summary>
public sealed class EvaluatedRecordsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Evaluate_ThroughReferencesAndRelatedRecords_TellsFailuresFromBlanks(DatabaseProvider provider)
    {
        await using var database = await FieldDatabase.CreateAsync(
            provider,
            Form("customer").Field("name", "text").Field("most", "number"),
            Form("order").Field("name", "text").Field("customer", "reference", new { form = "customer" }).Field("total", "number", new { decimals = 2 }));
        var customer = await database.AddAsync("customer", ("name", InputValue.Of("茶庄")), ("most", InputValue.Of(10m)));
        var large = await database.AddAsync("order", ("customer", InputValue.Of((decimal)customer)), ("total", InputValue.Of(12m)));
        var empty = await database.AddAsync("order", ("customer", InputValue.Of((decimal)customer)), ("total", InputValue.Of(0m)));
        var form = database.Form("order");
        var formulas = Compile(database, "[total] > [customer.most]", "1 / [total] > 0", "IF([total] > 0, [name], \"x\")", "[customer.name]");

        await using var transaction = await database.Published.BeginAsync();
        var found = await transaction.EvaluateAsync(form, formulas, [large, empty, 999_999], new(PublishedDatabase.Now), Cancellation);

        Assert.Equal([large, empty], found.Keys.Order());
        Assert.Equal([new(true, false), new(true, false), new(null, false), new("茶庄", false)], found[large]);
        Assert.Equal([new(false, false), new(null, true), new("x", false), new("茶庄", false)], found[empty]);
        Assert.Equal(1, transaction.StatementCount);
    }

    private static IReadOnlyList<CompiledFormula> Compile(FieldDatabase database, params string[] texts)
    {
        var schema = new FormSchemas(database.Published.Workspace.Current).Of(database.Form("order"));
        return [.. texts.Select(text => FormulaCompiler.Compile(text, schema, new FormulaOptions(FormulaContext.Set)))];
    }
}
