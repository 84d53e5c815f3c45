using System.Globalization;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Access.Designing;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Specifications.Apps;

namespace LowCodeErp.Unit.Tests.Access;

/// <summary>The operation <c>design</c> in grants: of forms and not of records, in words, and what of an app it opens.</summary>
public sealed class DesignGrantTests
{
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en");

    private static readonly GrantSentence _sentence = new(new(_ => new("客户", "Customer"), (_, key) => new(key), (_, formula) => new(formula)));

    [Theory]
    [InlineData("""{"form": "customer", "operations": ["design"]}""", null)]
    [InlineData("""{"form": "customer", "operations": ["view", "design"]}""", null)]
    [InlineData("""{"form": "customer", "operations": ["design"], "effect": "deny"}""", null)]
    [InlineData("""{"form": "customer", "operations": ["view", "design"], "rows": "own"}""", "metadata.access.grant.design-of-some-records")]
    [InlineData("""{"form": "customer", "operations": ["edit", "design"]}""", "metadata.access.grant.without-view")]
    public void Compile_OfDesign_IsAboutTheWholeForm(string grant, string? problem)
    {
        var app = App.With(FormBuilder.Form("customer").Text("name")).WithRoles($$"""{"key": "designer", "label": {"zh-CN": "设计"}, "grants": [{{grant}}]}""");

        var (_, diagnostics) = new WorkspaceCompiler(TestFields.Catalog, new([])).Compile(1, [app]);

        Assert.Equal(problem, diagnostics.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData(GrantEffect.Allow, "设计表单“客户”", "design form \"Customer\"", AccessOperation.Design)]
    [InlineData(GrantEffect.Deny, "禁止设计表单“客户”", "never design form \"Customer\"", AccessOperation.Design)]
    [InlineData(GrantEffect.Allow, "查看、修改全部“客户”；设计表单“客户”", "view and edit all \"Customer\" records; design form \"Customer\"", AccessOperation.View, AccessOperation.Edit, AccessOperation.Design)]
    public void Sentence_OfDesign_IsOfTheForm(GrantEffect effect, string chinese, string english, params AccessOperation[] operations)
    {
        var text = _sentence.Of(new GrantDefinition { Form = "customer", Effect = effect, Operations = operations });

        Assert.Equal((chinese, english), (text.Chinese, text.In(_english)));
    }

    [Fact]
    public void Scope_OfSingleForms_TakesThoseAloneFromAPackage()
    {
        var scope = DesignScope.OfForms(["order"], ["customer"]);
        var own = App.With(FormBuilder.Form("order").Text("mine"), FormBuilder.Form("customer").Text("mine"));
        var rest = App.With(FormBuilder.Form("order").Text("theirs"), FormBuilder.Form("customer").Text("theirs"));

        var confined = scope.Confine(own, rest);

        Assert.Equal(["order mine", "customer theirs"], confined.Forms.Select(form => $"{form.Definition.Key} {form.Definition.Fields[0].Key}"));
        Assert.Equal((false, false, true, false), (scope.IsWhole, scope.IsNone, scope.Includes("order"), scope.Includes("customer")));
        Assert.Equal((true, true, false), (scope.Knows("order"), scope.Knows("customer"), scope.Knows("salary")));
        Assert.Same(own, DesignScope.Whole.Confine(own, rest));
    }
}
