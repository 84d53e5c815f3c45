using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Tests.Records;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Encryption;

/// <summary>Where a sensitive field cannot stand, its author is told with place and remedy.</summary>
public sealed class SensitiveMistakeTests
{
    public static TheoryData<string, FormBuilder> Mistakes => new()
    {
        { "field.sensitive.type fields[1].sensitive", Contact().Field("age", "number").Encrypted() },
        { "field.sensitive.type fields[1].sensitive", Contact().Field("kind", "choice", new { options = new[] { new { key = "a", label = new Dictionary<string, string> { ["zh-CN"] = "甲" } } } }).Encrypted() },
        { "field.sensitive.type fields[1].sensitive", Contact().Field("tags", "tags").Encrypted() },
        { "field.sensitive.type fields[1].sensitive", Contact().Reference("other", "contact").Encrypted() },
        { "field.sensitive.computed fields[1].sensitive", Contact().Field("note", "text").Encrypted().Formula("\"x\"") },
        { "field.sensitive.used title", Form("contact").Field("phone", "phone").Encrypted() },
        { "field.sensitive.used unique[0].fields", Contact().Field("phone", "phone").Encrypted().UniqueTogether("a", "name", "phone") },
        { "field.sensitive.used fields[3].fillFrom", Contact().Field("phone", "phone").Encrypted().Reference("other", "contact").Field("copy", "phone").FillFrom("other.phone") },
        { "field.sensitive.used fields[3].settings.field", Contact().Field("phone", "phone").Encrypted().Reference("other", "contact").Rollup("count", "contact", "other", "distinct", "phone") },
        { "field.sensitive.used fields[2].settings", Contact().Field("phone", "phone").Encrypted().Field("call", "button", new { link = "https://www.example.com/{phone}" }) },
        { "formula.encrypted-field fields[2].formula@0+7", Contact().Field("phone", "phone").Encrypted().Field("copy", "text").Formula("[phone]") },
        { "formula.encrypted-field fields[3].formula@0+13", Contact().Field("phone", "phone").Encrypted().Reference("other", "contact").Field("copy", "text").Formula("[other.phone]") },
        { "formula.encrypted-field fields[2].visibleWhen@0+7", Contact().Field("phone", "phone").Encrypted().Field("more", "text").VisibleWhen("[phone] = \"1\"") },
        { "formula.encrypted-field validations[0].condition@4+7", Contact().Field("phone", "phone").Encrypted().FormValid("LEN([phone]) > 3", "x") },
        { "view.not-sortable views[0].sort[0].field", Contact().Field("phone", "phone").Encrypted().View("""{"key":"v","label":{"zh-CN":"v"},"sort":[{"field":"phone"}]}""") },
        { "view.not-filterable views[0].filters[0].field", Contact().Field("phone", "phone").Encrypted().View("""{"key":"v","label":{"zh-CN":"v"},"filters":[{"field":"phone","contains":"138"}]}""") },
        { "view.not-groupable views[0].groupBy", Contact().Field("phone", "phone").Encrypted().View("""{"key":"v","label":{"zh-CN":"v"},"groupBy":"phone"}""") },
        { "metadata.field.duplicate fields[1].key", Contact().Field("phone", "phone").Encrypted().Field("phone-blind", "text") },
        { "field.sensitive.key fields[1].key", Contact().Field(new string('a', 46), "phone").Encrypted() },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void Mistake_IsToldWithItsPlace(string expected, FormBuilder form)
    {
        var diagnostics = new WorkspaceCompiler(BuiltInFields.Catalog, new([])).Compile(1, [App.With(form)]).Diagnostics;

        Assert.Equal([expected], diagnostics.Where(item => item.Severity == Severity.Error).Select(item => $"{item.Code} {item.Path.Split(' ')[^1]}"));
    }

    [Fact]
    public void BlindIndex_IsNoFieldThatAnybodySees()
    {
        var form = new WorkspaceCompiler(BuiltInFields.Catalog, new([])).Compile(1, [App.With(Contact().Field("phone", "phone").Encrypted())]).Workspace!.FindForm("contact")!;

        Assert.Equal(["name", "phone"], form.ShownFields.Select(field => field.Key));
        Assert.Equal(["name", "phone"], form.ReadableFields.Select(field => field.Key));
        Assert.Equal(["name", "phone"], form.EnteredFields.Select(field => field.Key));
        Assert.Equal(["name", "phone", "phone-blind"], form.StoredFields.Select(field => field.Key));
    }

    private static FormBuilder Contact() => Form("contact").Field("name", "text");
}
