using System.Text.Json;
using LowCodeErp.BuiltIns.Fields.Choice;
using LowCodeErp.BuiltIns.Fields.Number;
using LowCodeErp.BuiltIns.Fields.Reference;
using LowCodeErp.BuiltIns.Layout.RelatedList;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.UI.Extending.Settings;
using Microsoft.AspNetCore.Components.Rendering;

namespace LowCodeErp.Unit.Tests.Extending.Settings;

public sealed class SettingsFormTests
{
    private static readonly ExtensionCatalog<IFieldType> Types = new([new NumberField(), new ReferenceField(), new ChoiceField()]);

    [Fact]
    public async Task Form_OfEveryExtension_NamesEveryInput()
    {
        foreach (var extension in SettingsSamples.Extensions)
        {
            var page = await RenderAsync(extension);
            var labels = page.QuerySelectorAll("label").Select(label => label.GetAttribute("for")).ToHashSet();
            Assert.All(page.QuerySelectorAll("input:not([type=checkbox]), select, textarea"), input =>
                Assert.True(labels.Contains(input.Id) || input.HasAttribute("aria-label"), $"{extension.Key}: {input.OuterHtml}"));
        }
    }

    [Fact]
    public async Task Form_WithDiagnostics_ShowsEachBesideItsMember()
    {
        var page = await RenderAsync(new ChoiceField(), """{"options":[{"key":"a","label":{"zh-CN":"甲"}},{"key":"b","color":"purple"}],"colour":1}""",
        [
            Problem("fields[2].settings.options[0].key", "编码不对"), Problem("fields[2].settings.options[1]", "重复"), Problem("fields[2].settings.options", "太少"),
            Problem("fields[2].settings.colour", "不认识"), Problem("fields[2].settings", "都不对"), Problem("fields[2].settingsX", "别处"), Problem("fields[3].settings", "别处"),
        ]);

        Assert.Equal("太少", TextOf(page, "#setting-options-error"));
        Assert.Equal("编码不对", TextOf(page, "#setting-options-0-error"));
        Assert.Contains("重复", TextOf(page, "#setting-options-1-error"), StringComparison.Ordinal);
        Assert.Contains("重新选择", TextOf(page, "#setting-options-1-error"), StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector("#setting-options-0-label")!.GetAttribute("aria-invalid"));
        Assert.Equal(["不认识", "都不对"], page.QuerySelector(".settings-form > .settings-messages")!.Children.Select(item => item.TextContent));
        Assert.DoesNotContain("别处", page.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("\"x\"")]
    [InlineData("[]")]
    [InlineData("""{"options": 5}""")]
    [InlineData("""{"options": [5, null, "x", {}, {"label": "无语言"}]}""")]
    [InlineData("""{"decimals": {"a": [1]}, "minimum": 1e400, "maximum": true}""")]
    [InlineData("""{"form": 7, "field": [], "columns": "x", "title": 5, "rows": "1e9"}""")]
    public async Task Form_OfSettingsWrittenByHandAndWrong_IsDrawn(string json)
    {
        foreach (var extension in SettingsSamples.Extensions)
        {
            Assert.NotNull((await RenderAsync(extension, json)).QuerySelector(".settings-form"));
        }
    }

    [Fact]
    public async Task Form_OfATypeWithItsOwnEditor_IsThatEditor()
    {
        var page = await RenderAsync(new AnyField<NumberSettings>(typeof(OwnEditor)), """{"decimals": 3}""");

        Assert.Equal("3", page.QuerySelector(".own")!.TextContent);
        Assert.Null(page.QuerySelector("#setting-decimals"));
    }

    [Fact]
    public async Task Form_InEnglish_IsEnglish()
    {
        var page = await RenderAsync(new RelatedListItem(), culture: "en");

        Assert.Equal(["Title", "Form listed", "Field that refers here", "Columns", "Rows shown"], page.QuerySelectorAll(".settings-label").Select(label => label.TextContent));
    }

    [Fact]
    public async Task Fields_CalledAlike_AreToldApart()
    {
        var form = new FormOffer("order", new("订单"), [Offer("a", "备注"), Offer("b", "备注"), Offer("c", "数量")]);

        var page = await RenderAsync(new RelatedListItem(), """{"form": "order"}""", context: new([form], null));

        Assert.Equal(["与该表单的列表相同", "备注 · a", "备注 · b", "数量 · 数字"], page.QuerySelectorAll("#setting-columns option").Select(option => option.TextContent));
    }

    [Theory]
    [InlineData("reference", """{"form": "customer"}""", "customer")]
    [InlineData("reference", """{"form": 5}""", null)]
    [InlineData("number", null, null)]
    [InlineData("no-such-type", null, null)]
    public void FieldOffer_OfADraftsField_KnowsWhereItLeads(string type, string? settings, string? target)
    {
        var field = new FieldDefinition { Key = "a", Type = type, Label = new("甲"), Settings = settings is null ? null : JsonElement.Parse(settings) };

        var offer = FieldOffer.Of(field, Types);

        Assert.Equal(target, offer.Target);
        Assert.Equal(Types.Find(type)?.ValueKind, offer.Kind);
    }

    [Fact]
    public void Model_OfAMemberThatNothingEdits_IsRefused()
    {
        var refused = Assert.Throws<NotSupportedException>(() => SettingsModel.Of(new AnyField<OddSettings>()));

        Assert.Contains("OddSettings.Points", refused.Message, StringComparison.Ordinal);
    }

    private static FieldOffer Offer(string key, string label) => new(key, new(label), new("数字"), ValueKind.Number, null);

    private static Diagnostic Problem(string path, string message) => new("test.wrong", Severity.Error, path, new(message, message));

    private static string TextOf(AngleSharp.Dom.IElement page, string selector) => page.QuerySelector(selector)!.TextContent.Trim();

    private static Task<AngleSharp.Dom.IElement> RenderAsync(
        IExtension extension, string? json = null, IReadOnlyList<Diagnostic>? diagnostics = null, SettingsContext? context = null, string culture = "zh-CN")
        => Page.RenderAsync<SettingsForm>(
            new()
            {
                ["Extension"] = extension,
                ["Settings"] = json is null ? null : JsonElement.Parse(json),
                ["Diagnostics"] = diagnostics ?? [],
                ["Path"] = "fields[2].settings",
                ["Context"] = context ?? SettingsContext.Empty,
            },
            culture);

    private sealed record OddSettings
    {
        public IReadOnlyList<int> Points { get; init; } = [];
    }

    private sealed class OwnEditor : SettingsEditorBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "p");
            builder.AddAttribute(1, "class", "own");
            builder.AddContent(2, Scope.Get(Scope.Model.Members[0])?.GetRawText());
            builder.CloseElement();
        }
    }
}
