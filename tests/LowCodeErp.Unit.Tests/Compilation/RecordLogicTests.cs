using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Compilation;

/// <summary>What a form's author is told of defaults, fields that references fill, warnings, and what is to be unique.</summary>
public sealed class RecordLogicTests
{
    public static TheoryData<string, FormBuilder> Mistakes => new()
    {
        { "logic.circle fields[1].defaultFormula", Form("order").Text("number").Number("a").DefaultFormula("[b] + 1").Number("b").DefaultFormula("[a]") },
        { "logic.circle fields[1].defaultFormula", Form("order").Text("number").Number("a").DefaultFormula("[a]") },
        { "logic.default-reads fields[2].defaultFormula@0+7", Form("order").Text("number").Number("total").Formula("1").Number("a").DefaultFormula("[total] + 1") },
        { "logic.default-reads fields[2].defaultFormula@0+14", Form("order").Text("number").Reference("customer", "customer").Number("a").DefaultFormula("[customer.age]") },
        { "formula.wrong-type fields[1].defaultFormula@0+8", Form("order").Text("number").Number("a").DefaultFormula("[number]") },
        { "logic.two-proposals fields[1].defaultFormula", Form("order").Text("number").Number("a").Default("1").DefaultFormula("2") },
        { "logic.proposal-not-entered fields[1].defaultFormula", Form("order").Text("number").Number("a").Formula("1").DefaultFormula("2") },
        { "logic.fill-unknown fields[1].fillFrom", Form("order").Text("number").Number("a").FillFrom("number") },
        { "logic.fill-unknown fields[2].fillFrom", Form("order").Text("number").Reference("customer", "customer").Number("a").FillFrom("customer.nothing") },
        { "logic.fill-unsuitable fields[2].fillFrom", Form("order").Text("number").Reference("customer", "customer").Number("a").FillFrom("customer.name") },
        { "logic.fill-unsuitable fields[2].fillFrom", Form("order").Text("number").Reference("customer", "customer").Reference("again", "order").FillFrom("customer.parent") },
        { "logic.fill-not-stored fields[2].fillFrom", Form("order").Text("number").Reference("customer", "customer").Number("a").FillFrom("customer.age") },
        { "logic.circle fields[1].fillFrom", Form("order").Text("number").Reference("customer", "customer").FillFrom("customer.parent") },
        { "logic.options-of-nothing fields[0].optionsWhen", Form("order").Text("number").OptionsWhen("TRUE", "a") },
        { "logic.limit-of-no-reference fields[0].limitedTo", Form("order").Text("number").LimitedTo("TRUE") },
        { "logic.limit-of-nothing fields[1].limitedTo", Form("order").Text("number").Reference("customer", "customer").LimitedTo("[number] = \"a\"") },
        { "logic.limit-unsuitable fields[2].limitedTo@0+10", Form("order").Text("number").Reference("other", "customer").Reference("customer", "customer").LimitedTo("[customer] = [other]") },
        { "formula.not-in-sets fields[1].limitedTo@18+6", Form("order").Text("number").Reference("customer", "customer").LimitedTo("[customer.term] > RAND()") },
        { "formula.unknown-field fields[1].limitedTo@0+18", Form("order").Text("number").Reference("customer", "customer").LimitedTo("[customer.nothing] > 1") },
        { "logic.warning-without-key validations[0].key", Form("order").Text("number").FormValid("TRUE", "x", Severity.Warning) },
        { "metadata.key.invalid validations[0].key", Form("order").Text("number").FormValid("TRUE", "x", Severity.Warning, "A b") },
        { "logic.validation-key-repeated validations[0].key", Form("order").Text("number").Valid("TRUE", "x", Severity.Warning, "a").FormValid("TRUE", "x", Severity.Warning, "a") },
        { "metadata.field.unknown unique[0].fields[1]", Form("order").Text("number").UniqueTogether("a", "number", "nothing") },
        { "logic.unique-computed unique[0].fields[0]", Form("order").Text("number").Number("a").Formula("1").UniqueTogether("a", "a") },
        { "logic.unique-of-nothing unique[0].fields", Form("order").Text("number").UniqueTogether("a") },
        { "metadata.field.unique.list unique[0].fields[0]", Form("order").Text("number").Lines("line", line => line.Text("product")).UniqueTogether("a", "line") },
        { "metadata.field.duplicate unique[1].key", Form("order").Text("number").UniqueTogether("a", "number").UniqueTogether("a", "number") },
        { "metadata.key.invalid unique[0].key", Form("order").Text("number").UniqueTogether("A", "number") },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void Mistake_IsToldWithItsPlace(string expected, FormBuilder form)
    {
        var diagnostics = new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [App.With(form, Customer)]).Diagnostics;

        var errors = diagnostics.Where(item => item.Severity == Severity.Error).Select(item => $"{item.Code} {item.Path.Split(' ')[^1]}");
        Assert.Equal([expected], errors);
    }

    [Fact]
    public void UniqueKey_IsNoFieldThatAnybodySees()
    {
        var form = new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [App.With(Form("order").Text("number").UniqueTogether("a", "number"))]).Workspace!.FindForm("order")!;

        Assert.Equal(["number"], form.ShownFields.Select(field => field.Key));
        Assert.Equal(["number"], form.ReadableFields.Select(field => field.Key));
        Assert.Equal(["number"], form.EnteredFields.Select(field => field.Key));
        Assert.Equal(["number", "unique-a"], form.StoredFields.Select(field => field.Key));
    }

    private static FormBuilder Customer => Form("customer").Text("name").Number("term").Date("since").Reference("parent", "customer").Number("age").Formula("TODAY() - [since]");
}
