using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Rollups;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Compilation;

/// <summary>Fields that are added up from records of other forms: what they become, and what is refused.</summary>
public sealed class RollupCompilationTests
{
    [Theory]
    [InlineData("sum", "amount", "test-number", 3)]
    [InlineData("sum", "narrow", "number", 1)]
    [InlineData("average", "amount", "test-number", 3)]
    [InlineData("average", "narrow", "number", 2)]
    [InlineData("distinct", "state", "number", 0)]
    [InlineData("max", "day", "test-date", null)]
    public void Rollup_OfAField_HasTheTypeOfItsValues(string operation, string field, string type, int? scale)
    {
        var rollup = Field(Bill().Rollup("total", "receipt", "bill", operation, field), "total");

        Assert.Equal((type, scale, true, true), (rollup.Type.Key, rollup.Storage.Scale, rollup.IsStored, rollup.IsComputed));
    }

    [Fact]
    public void Rollup_OfARollupOrAFormula_ComesAfterIt()
    {
        var workspace = Compile(
            Form("customer").Text("name").Rollup("paid", "bill", "customer", "sum", "double").Rollup("bills", "bill", "customer", "count"),
            Bill().Reference("customer", "customer").Rollup("paid", "receipt", "bill", "sum", "amount").Number("double").Formula("[paid] * 2")).Workspace!;

        Assert.Equal(["customer.bills", "bill.paid", "customer.paid"], workspace.Rollups.OrderBy(rollup => rollup.Field.Rank).ThenBy(rollup => rollup.Field.Key).Select(rollup => rollup.Field.ToString()));
        Assert.Equal([1, 1, 3], workspace.Rollups.Select(rollup => rollup.Field.Rank));
        Assert.Equal([false, true], workspace.FindForm("customer")!.Rollups.Concat(workspace.FindForm("bill")!.Rollups).Where(rollup => rollup.Field.Rank == 1).Select(rollup => rollup.IsRead));
    }

    [Fact]
    public void Rollup_Condition_NamesWhatItReadsAndIsStoredByKey()
    {
        var package = App.With(Bill().Rollup("paid", "receipt", "bill", "sum", "amount", "[ state ]  = 'ok' and [kind.state] = 'ok'"), Receipt(), Kind());
        var workspace = new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [package]).Workspace!;
        var rollup = workspace.FindForm("bill")!["paid"].Rollup!;

        Assert.Equal(["bill", "amount", "state", "kind"], rollup.Own.Select(field => field.Key));
        Assert.Equal("kind.state", string.Join(", ", rollup.Referred.Select(referred => $"{referred.Reference.Key}.{referred.Field.Key}")));
        Assert.Contains(rollup.ConditionText!.Replace("\"", "\\\"", StringComparison.Ordinal), StoredFormulas.Write(package, workspace).Forms[0].Json, StringComparison.Ordinal);
        Assert.Equal("[state] = \"ok\" AND [kind.state] = \"ok\"", rollup.ConditionText);
    }

    [Fact]
    public void Lookup_OfARollup_ShowsItsValues()
    {
        var workspace = Compile(Bill().Rollup("paid", "receipt", "bill", "sum", "amount"), Form("reminder").Text("name").Reference("bill", "bill").Field("paid", "lookup", new { reference = "bill", field = "paid" })).Workspace!;

        Assert.Equal(("test-number", true), (workspace.FindForm("reminder")!["paid"].Type.Key, workspace.FindForm("reminder")!["paid"].IsLive));
    }

    [Theory]
    [InlineData("absent", "bill", "sum", "amount", null, null, "metadata.form.unknown")]
    [InlineData("receipt", "absent", "sum", "amount", null, null, "rollup.reference")]
    [InlineData("receipt", "kind", "sum", "amount", null, null, "rollup.reference")]
    [InlineData("receipt", "bills", "sum", "amount", null, null, "rollup.reference")]
    [InlineData("receipt", "bill", "sum", "absent", null, null, "metadata.field.unknown")]
    [InlineData("receipt", "bill", "sum", null, null, null, "rollup.field-missing")]
    [InlineData("receipt", "bill", "count", "amount", null, null, "rollup.count-of-field")]
    [InlineData("receipt", "bill", "sum", "state", null, null, "rollup.unsuitable")]
    [InlineData("receipt", "bill", "max", "state", null, null, "rollup.unsuitable")]
    [InlineData("receipt", "bill", "sum", "live", null, null, "rollup.unsuitable")]
    [InlineData("receipt", "bill", "distinct", "bills", null, null, "rollup.unsuitable")]
    [InlineData("receipt", "bill", "first", "amount", null, null, "rollup.order-missing")]
    [InlineData("receipt", "bill", "first", "amount", null, "state", "rollup.order")]
    [InlineData("receipt", "bill", "first", "amount", null, "absent", "metadata.field.unknown")]
    [InlineData("receipt", "bill", "sum", "amount", null, "day", "rollup.order-unused")]
    [InlineData("receipt", "bill", "sum", "amount", "[absent] = 1", null, "formula.unknown-field")]
    [InlineData("receipt", "bill", "sum", "amount", "[day] < TODAY()", null, "rollup.volatile")]
    [InlineData("receipt", "bill", "sum", "amount", "[live] > 1", null, "rollup.live")]
    [InlineData("receipt", "bill", "sum", "amount", "[kind.parent.state] = 'ok'", null, "rollup.too-far")]
    public void Rollup_ThatCannotBe_IsRefusedAtItsPlace(
        string form, string reference, string operation, string? field, string? condition, string? orderBy, string code)
    {
        var diagnostics = Compile(Bill().Rollup("total", form, reference, operation, field, condition, orderBy)).Diagnostics;

        var found = Assert.Single(diagnostics);
        Assert.Equal(code, found.Code);
        Assert.Contains("fields[1]", found.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Rollup_BesideWhatItCannotHave_IsRefused()
    {
        var diagnostics = Compile(Bill().Field("total", "rollup", new { form = "receipt", reference = "bill", operation = "count" }, unique: true).Required().Default("1").Formula("1")).Diagnostics;

        Assert.Equal(["logic.default-of-computed", "logic.unique-computed", "rollup.formula", "rollup.required"], diagnostics.Select(found => found.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rollups_InACircleThroughFormsAndFormulas_AreRefusedWithTheWholeCircle()
    {
        var diagnostics = Compile(
            Form("a").Text("name").Reference("b", "b").Rollup("r", "b", "a", "sum", "x").Number("y").Formula("[r]"),
            Bill(),
            Form("b").Text("name").Reference("a", "a").Rollup("s", "a", "b", "sum", "y").Number("x").Formula("[s]")).Diagnostics;

        var found = Assert.Single(diagnostics, found => found.Code == "logic.circle");
        Assert.Contains("a.y → a.r → b.x → b.s → a.y", found.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_WithAnUnknownRollupSetting_IsRefused()
    {
        var diagnostics = Compile(Bill().Field("total", "rollup", new { form = "receipt", reference = "bill", operation = "count", filter = "x" })).Diagnostics;

        Assert.Contains("fields[1].settings", Assert.Single(diagnostics).Path, StringComparison.Ordinal);
    }

    private static FormBuilder Bill() => Form("bill").Text("name");

    private static FormBuilder Kind() => Form("kind").Text("name").Text("state").Reference("parent", "kind");

    private static FormBuilder Receipt() => Form("receipt").Text("name").Reference("bill", "bill").Reference("kind", "kind")
        .Field("bills", "test-references", new { form = "bill" })
        .Number("amount", scale: 3).Number("narrow", precision: 4, scale: 1).Date("day").Text("state").Number("live").Formula("DAYS(TODAY(), [day])");

    private static FieldModel Field(FormBuilder bill, string key) => Compile(bill).Workspace!.FindForm("bill")![key];

    private static CompilationResult Compile(params FormBuilder[] forms)
    {
        var given = App.With(forms).Forms.Select(form => form.Definition.Key).ToHashSet();
        FormBuilder[] others = [Receipt(), Kind()];
        return new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(
            1, [App.With([.. forms, .. others.Where(form => !given.Contains(App.With(form).Forms[0].Definition.Key))])]);
    }
}
