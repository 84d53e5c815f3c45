using LowCodeErp.BuiltIns.Fields.Choice;
using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Specifications.Settings;
using LowCodeErp.Unit.Tests.Layout;

namespace LowCodeErp.Unit.Tests.Compilation;

/// <summary>Fields that show where their record stands in a tier model, and what is refused of them.</summary>
public sealed class TierFieldCompilationTests
{
    [Fact]
    public void Tier_OfAModel_IsALiveChoiceOfItsTiers()
    {
        var field = Compile(Field("tier", "rfm")).Workspace!.FindForm("customer")!["tier"];

        Assert.Equal(("choice", true, false, true), (field.Type.Key, field.IsLive, field.IsStored, field.IsComputed));
        Assert.Equal(
            [("A", "甲", ChoiceColor.Green), ("B", "乙", ChoiceColor.Blue), ("C", "丙", ChoiceColor.Orange), ("D", "丁", ChoiceColor.Gray)],
            ((ChoiceSettings)field.Settings).Options.Select(option => (option.Key, option.Label.Chinese, option.Color)));
    }

    [Theory]
    [InlineData("previous", "choice")]
    [InlineData("move", "choice")]
    [InlineData("changed-on", "date")]
    [InlineData("score", "number")]
    public void Tier_ShowingSomethingElse_IsOfTheTypeOfThat(string shows, string type)
        => Assert.Equal(type, Compile(Field("tier", "rfm", shows)).Workspace!.FindForm("customer")!["tier"].Type.Key);

    [Fact]
    public void Formula_OfATier_IsLive()
    {
        var form = Compile(Field("tier", "rfm"), """{"key": "best", "type": "yes-no", "label": {"zh-CN": "最好"}, "formula": "[tier] = \"A\""}""").Workspace!.FindForm("customer")!;

        Assert.True(form["best"].IsLive);
    }

    [Theory]
    [InlineData(""" "settings": {"model": "rmf"}""", "metadata.tier.model-unknown", "settings.model")]
    [InlineData(""" "settings": {}""", "json.missing-member", "settings.model")]
    [InlineData(""" "settings": {"model": "orders"}""", "metadata.tier.model-unknown", "settings.model")]
    [InlineData(""" "settings": {"model": "abc", "shows": "score"}""", "metadata.tier.no-score", "settings.shows")]
    [InlineData(""" "settings": {"model": "rfm"}, "formula": "\"A\"" """, "metadata.tier.formula", "formula")]
    [InlineData(""" "settings": {"model": "rfm"}, "required": true""", "logic.required-live", "required")]
    [InlineData(""" "settings": {"model": "rfm"}, "unique": true""", "logic.unique-computed", "fields[1]")]
    [InlineData(""" "settings": {"model": "rfm"}, "default": "A" """, "logic.default-of-computed", "default")]
    [InlineData(""" "settings": {"model": "named"}""", "metadata.tier.key-not-plain", "settings.model")]
    public void Tier_Wrong_IsRefusedAtItsPlace(string members, string code, string place)
    {
        var result = Compile($$$"""{"key": "tier", "type": "tier", "label": {"zh-CN": "等级"}, {{{members}}}}""");

        var diagnostic = Assert.Single(result.Diagnostics, found => found.Severity == Severity.Error);
        Assert.Equal(code, diagnostic.Code);
        Assert.EndsWith(place, diagnostic.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_OfTiers_IsRefused()
        => Assert.Equal(["logic.live-title"], Compile(Field("name", "rfm")).Diagnostics.Select(found => found.Code).Distinct());

    [Fact]
    public void Trajectory_WithoutAModel_ShowsAllOfItsForm()
    {
        var all = Compile("""[{"type": "tier-trajectory"}]""", []).Workspace!.FindForm("customer")!.Layout.Single();
        var one = Compile("""[{"type": "tier-trajectory", "settings": {"model": "abc"}}]""", []).Workspace!.FindForm("customer")!.Layout.Single();

        Assert.Equal(["rfm", "abc", "named"], all.TierModels.Select(model => model.Key));
        Assert.Equal(["abc"], one.TierModels.Select(model => model.Key));
    }

    [Theory]
    [InlineData("""[{"type": "tier-trajectory", "settings": {"model": "orders"}}]""", "metadata.tier.model-unknown", "layout[0].settings.model")]
    [InlineData("""[{"type": "tier-trajectory", "settings": {"runs": 1}}]""", "metadata.layout.setting.out-of-range", "layout[0].settings.runs")]
    public void Trajectory_Wrong_IsRefusedAtItsPlace(string layout, string code, string place)
    {
        var diagnostic = Assert.Single(Compile(layout, []).Diagnostics);

        Assert.Equal(code, diagnostic.Code);
        Assert.EndsWith(place, diagnostic.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void ComputedFields_All_HaveSettingsFormsWithTexts()
    {
        foreach (var field in ComputedFields.All)
        {
            SettingsFormCases.AssertComplete(field);
        }
    }

    private static string Field(string key, string model, string? shows = null)
        => $$"""{"key": "{{key}}", "type": "tier", "label": {"zh-CN": "等级"}, "settings": {"model": "{{model}}" {{(shows is null ? "" : $", \"shows\": \"{shows}\"")}} } }""";

    private static CompilationResult Compile(params string[] fields) => Compile("[]", fields);

    private static CompilationResult Compile(string layout, string[] fields)
    {
        var title = fields.Any(field => field.Contains("\"key\": \"name\"", StringComparison.Ordinal)) ? "" : """{"key": "name", "type": "text", "label": {"zh-CN": "名称"}}""";
        var all = string.Join(", ", fields.Prepend(title).Where(field => field.Length > 0));
        var customer = $$$"""{"key": "customer", "label": {"zh-CN": "客户"}, "title": "name", "fields": [{{{all}}}], "layout": {{{layout}}}}""";
        const string Order = """
            {"key": "order", "label": {"zh-CN": "订单"}, "title": "number", "fields": [{"key": "number", "type": "text", "label": {"zh-CN": "订单号"}},
             {"key": "customer", "type": "reference", "label": {"zh-CN": "客户"}, "settings": {"form": "customer"}}, {"key": "order", "type": "reference", "label": {"zh-CN": "原订单"}, "settings": {"form": "order"}},
             {"key": "date", "type": "date", "label": {"zh-CN": "日期"}}, {"key": "amount", "type": "money", "label": {"zh-CN": "金额"}}]}
            """;
        var app = Read<AppDefinition>("app.json", """{"key": "test", "label": {"zh-CN": "测试"}}""");
        return new WorkspaceCompiler(new(Create()), LayoutForms.Items).Compile(1, [new(
            app, [Read<FormDefinition>("forms/customer.json", customer), Read<FormDefinition>("forms/order.json", Order)],
            [Model("rfm", "rfm", "customer", "A"), Model("abc", "abc", "customer", "A"), Model("orders", "rfm", "order", "A"), Model("named", "rfm", "customer", "战略")])]);
    }

    private static Sourced<TierModelDefinition> Model(string key, string method, string form, string best)
        => Read<TierModelDefinition>($"tiering/{key}.json", $$$"""
            {"key": "{{{key}}}", "label": {"zh-CN": "{{{key}}}"}, "method": "{{{method}}}", "form": "{{{form}}}", "basis": "gross",
             "source": {"form": "order", "subject": "{{{form}}}", "date": "date", "amount": "amount"},
             "tiers": [{"key": "{{{best}}}", "label": {"zh-CN": "甲"}, "fromScore": 80, "color": "#0f7b4d"}, {"key": "B", "label": {"zh-CN": "乙"}, "fromScore": 60, "color": "#1f6feb"},
              {"key": "C", "label": {"zh-CN": "丙"}, "fromScore": 0, "color": "#9a6700"}, {"key": "D", "label": {"zh-CN": "丁"}, "color": "#6b7280"}]}
            """);

    private static Sourced<T> Read<T>(string file, string json) where T : class
    {
        var diagnostics = new DiagnosticBag();
        var definition = DefinitionReader.Read<T>(json, file, diagnostics);
        Assert.Empty(diagnostics.Items);
        return new(file, definition!, json);
    }

    private static IEnumerable<IFieldType> Create()
        => ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IFieldType)Activator.CreateInstance(type)!);
}
