using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Compilation;

/// <summary>What a form's author is told of formulas and conditions.</summary>
public sealed class FormLogicTests
{
    [Theory]
    [InlineData("[prise] * 2", "formula.unknown-field@0+7")]
    [InlineData("[price] & \"x\"", "formula.wrong-type@0+13")]
    [InlineData("NOW() = NOW()", "formula.wrong-type@0+13")]
    [InlineData("RAND() + [price]", "formula.not-in-sets@0+6")]
    [InlineData("TODAY() - [customer.since]", "formula.unknown-field@10+16")]
    [InlineData("[price] *", "formula.operand-missing@8+1")]
    [InlineData("[单价] * 2", "formula.ambiguous-field@0+4")]
    public void Formula_Faulty_IsReportedWithItsCharacters(string formula, string expected)
    {
        var diagnostics = Compile(Order(formula)).Diagnostics;

        Assert.Equal(expected.Split(' '), diagnostics.Select(item => $"{item.Code}@{item.Path.Split('@')[1]}"));
        Assert.All(diagnostics, item => Assert.Matches("^forms/order.json:[0-9]+:[0-9]+ fields\\[4\\].formula@", item.Path));
        Assert.All(diagnostics, item => Assert.StartsWith("“order”的字段“total”的公式：", item.Message.Chinese, StringComparison.Ordinal));
    }

    [Fact]
    public void Formula_OfALine_IsReportedInItsSubTable()
    {
        var diagnostic = Compile(Order("1", amount: "[total]")).Diagnostics.Single();

        Assert.Contains("fields[5].settings.fields[2].formula@0+7", diagnostic.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Formulas_InACircle_AreRefusedWithTheCircle()
    {
        var form = Form("order").Text("number").Number("a").Formula("[b] + 1").Number("b").Formula("[c]").Number("c").Formula("[a] * 2");

        var diagnostic = Compile([form]).Diagnostics.Single();

        Assert.Equal("logic.circle", diagnostic.Code);
        Assert.Contains("a → b → c → a", diagnostic.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16, "")]
    [InlineData(17, "logic.too-deep")]
    public void Formulas_RestingOnOneAnother_AreBounded(int layers, string expected)
    {
        var form = Form("order").Text("number").Number("n0");
        for (var layer = 1; layer <= layers; layer++)
        {
            form.Number($"n{layer}").Formula($"[n{layer - 1}] + 1");
        }

        Assert.Equal(expected, string.Join(' ', Compile([form]).Diagnostics.Select(item => item.Code)));
    }

    [Fact]
    public void Formulas_WrittenInAnyOrder_AreComputedInTheirOrder()
    {
        var form = Form("order").Text("number").Number("c").Formula("[b] + [a]").Number("b").Formula("[a] + 1").Number("a").Formula("[n]").Number("n");

        var logic = Compile([form]).Workspace!.FindForm("order")!.Logic;

        Assert.Equal(["a", "b", "c"], logic.Formulas.Select(formula => formula.Field.Key));
    }

    [Theory]
    [InlineData("DAYS(TODAY(), #2024-01-01#)", true)]
    [InlineData("[customer.limit] + 1", true)]
    [InlineData("SUM([line.product.price])", true)]
    [InlineData("SUM([line.amount])", true)]
    [InlineData("[customer] = [customer]", false)]
    [InlineData("[price] + 1", false)]
    public void Formula_ThatWouldGoStale_IsLiveWithAllThatReadIt(string formula, bool isLive)
    {
        var order = Compile([.. Order(formula.Contains('=', StringComparison.Ordinal) ? $"IF({formula}, 1, 2)" : formula, amount: "[product.price] * 2")]).Workspace!.FindForm("order")!;

        Assert.Equal((isLive, !isLive, isLive), (order["total"].IsLive, order["total"].IsStored, order.Logic.LiveFormulas.Count > 0));
        Assert.True(order["line"].Lines!["amount"].IsLive);
    }

    [Fact]
    public void Formulas_InACircleThroughOtherForms_AreRefusedWithTheCircle()
    {
        var diagnostic = Compile([
            Form("customer").Text("name").Reference("last", "order").Number("debt").Formula("[last.debt] + 1"),
            Form("order").Text("number").Reference("customer", "customer").Number("debt").Formula("[customer.debt]")]).Diagnostics.Single(found => found.Severity == Severity.Error);

        Assert.Equal("logic.circle", diagnostic.Code);
        Assert.Contains("customer.debt → order.debt → customer.debt", diagnostic.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", "logic.live-title")]
    [InlineData("required", "logic.required-live")]
    [InlineData("required-when", "logic.required-live")]
    [InlineData("cleared", "logic.clear-not-entered")]
    [InlineData("condition", "logic.live-in-condition")]
    public void LiveField_WhereOnlyAStoredOneCanBe_IsRefused(string place, string expected)
    {
        var form = place == "title" ? Form("order").Text("today").Formula("TEXT(TODAY(), \"yyyy\")")
            : place == "required" ? Form("order").Text("number").Date("today").Formula("TODAY()").Required()
            : place == "required-when" ? Form("order").Text("number").Date("today").Formula("TODAY()").RequiredWhen("[number] = \"a\"")
            : place == "cleared" ? Form("order").Text("number").Date("today").Formula("TODAY()").VisibleWhen("[number] = \"a\"", HiddenValue.Clear)
            : place == "condition" ? Form("order").Text("number").Date("today").Formula("TODAY()").Text("note").VisibleWhen("[today] > #2024-01-01#")
            : Form("order").Text("number").Date("today").Formula("TODAY()").FormValid("[today] > #2024-01-01#", "不行");

        Assert.Equal(expected, Compile([form]).Diagnostics.Single().Code);
    }

    [Theory]
    [InlineData("unique", "logic.unique-computed")]
    [InlineData("member", "logic.not-computable")]
    public void Formula_OnAFieldThatCannotHaveOne_IsRefused(string field, string expected)
    {
        var form = Form("order").Text("number");
        form = field == "unique" ? form.Number("total", unique: true).Formula("1") : form.Member("owner").Formula("CURRENTUSER()");

        Assert.Equal(expected, Compile([form]).Diagnostics.Single().Code);
    }

    [Fact]
    public void Field_RemovedWhileAFormulaReadsIt_IsReportedWithTheFormula()
    {
        var diagnostic = Compile([Form("order").Text("number").Number("total").Formula("[price] * 2")]).Diagnostics.Single();

        Assert.Equal("formula.unknown-field", diagnostic.Code);
        Assert.Contains("“order”的字段“total”的公式", diagnostic.Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("price", diagnostic.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[price]", "formula.wrong-type")]
    [InlineData("[price] > [limit]", "formula.unknown-field")]
    [InlineData("[customer.limit] > RAND()", "formula.not-in-sets")]
    public void Condition_Faulty_IsReportedAtItsPlace(string condition, string expected)
    {
        var diagnostic = Compile([Customer(), Form("order").Text("number").Reference("customer", "customer").Number("price").Valid(condition, "不行")]).Diagnostics.Single();

        Assert.Equal(expected, diagnostic.Code);
        Assert.Contains("fields[2].validations[0].condition@", diagnostic.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[price]", "formula.wrong-type")]
    [InlineData("[price] > [limit]", "formula.unknown-field")]
    [InlineData("[customer.limit] > 1", "logic.through-reference")]
    [InlineData("[order.customer.limit] > 1", "logic.through-reference")]
    [InlineData("[order.total] > 1", "logic.not-entered-in-record")]
    [InlineData("[order.note] = \"a\"", "logic.not-entered-in-record")]
    [InlineData("COUNT([order.line]) > 1", "logic.not-entered-in-record")]
    [InlineData("[order.number] = \"a\"", "")]
    public void VisibleWhen_OfALine_ReadsTheLineAndWhatIsEnteredInItsRecord(string condition, string expected)
    {
        var order = Form("order").Text("number").Reference("customer", "customer").Number("total").Formula("SUM([line.price])")
            .Text("note").VisibleWhen("[number] = \"a\"", HiddenValue.Clear)
            .Lines("line", line => line.Reference("customer", "customer").Number("price").Text("remark").VisibleWhen(condition));

        var diagnostics = Compile([Customer(), order]).Diagnostics;

        Assert.Equal(expected, string.Join(' ', diagnostics.Select(item => item.Code)));
        Assert.All(diagnostics, item => Assert.Matches("^forms/order.json:[0-9]+:[0-9]+ fields\\[4\\].settings.fields\\[2\\].visibleWhen@", item.Path));
    }

    [Fact]
    public void VisibleWhen_ThatClearsAndRestsOnItself_IsACircle()
    {
        FormBuilder Order(HiddenValue whenHidden)
            => Form("order").Text("number").Number("a").VisibleWhen("[b] = 1", whenHidden).Number("b").Formula("[c] + 1").Number("c").VisibleWhen("[a] = 1", whenHidden);

        var diagnostic = Compile([Order(HiddenValue.Clear)]).Diagnostics.Single();

        Assert.Equal("logic.circle", diagnostic.Code);
        Assert.Contains("a → b → c → a", diagnostic.Message.Chinese, StringComparison.Ordinal);
        Assert.Empty(Compile([Order(HiddenValue.Keep)]).Diagnostics);
    }

    [Theory]
    [InlineData("formula", "logic.clear-not-entered logic.read-only-not-entered")]
    [InlineData("lines", "logic.clear-not-entered logic.condition-of-lines")]
    [InlineData("shown", "logic.clear-always-shown")]
    public void Conditions_OnAFieldThatCannotHaveThem_AreRefused(string field, string expected)
    {
        var form = Form("order").Text("number");
        form = field switch
        {
            "formula" => form.Number("total").Formula("1").VisibleWhen("TRUE", HiddenValue.Clear).ReadOnlyWhen("TRUE"),
            "lines" => form.Lines("line", line => line.Text("name")).VisibleWhen("TRUE", HiddenValue.Clear).RequiredWhen("TRUE"),
            _ => form.Text("note").VisibleWhen(null, HiddenValue.Clear),
        };

        Assert.Equal(expected, string.Join(' ', Compile([form]).Diagnostics.Select(item => item.Code)));
    }

    [Fact]
    public void Formula_OfAFormWithAnotherMistake_IsNotReportedForWhatIsMissing()
    {
        var diagnostics = Compile([Form("order").Text("number").Field("price", "no-such-type").Number("total").Formula("[price] * 2")]).Diagnostics;

        Assert.Equal(["metadata.field.type.unknown"], diagnostics.Select(item => item.Code));
    }

    private static FormBuilder Customer() => Form("customer").Text("name").Number("limit");

    private static FormBuilder[] Order(string formula, string amount = "[price]") =>
    [
        Customer(),
        Form("product").Text("name").Number("price"),
        Form("order").Text("number").Reference("customer", "customer").Number("price", "单价").Number("list-price", "单价").Number("total").Formula(formula)
            .Lines("line", line => line.Reference("product", "product").Number("price").Number("amount").Formula(amount)),
    ];

    private static CompilationResult Compile(params FormBuilder[] forms) => new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [App.With(forms)]);
}
