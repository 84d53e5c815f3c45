using LowCodeErp.BuiltIns.Fields.AutoNumber;
using LowCodeErp.BuiltIns.Fields.Choice;
using LowCodeErp.BuiltIns.Fields.Date;
using LowCodeErp.BuiltIns.Fields.Member;
using LowCodeErp.BuiltIns.Fields.Money;
using LowCodeErp.BuiltIns.Fields.Number;
using LowCodeErp.BuiltIns.Fields.Reference;
using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.UI.Extending;
using LowCodeErp.Unit.Tests.Fields;

namespace LowCodeErp.Unit.Tests.Extending;

public sealed class FieldFrameTests
{
    private static readonly FormModel Form = new TestForm("customer")
        .With("text", new TextField(), isRequired: true, help: new("工商登记的全称", "As registered"))
        .With("memo", new TextField(), new TextSettings { Multiline = true })
        .With("number", new NumberField())
        .With("money", new MoneyField())
        .With("date", new DateField())
        .With("choice", new ChoiceField(), new ChoiceSettings { Options = [new() { Key = "a", Label = new("甲", "First") }] })
        .With("reference", new ReferenceField(), new ReferenceSettings { Form = "customer" })
        .With("member", new MemberField())
        .With("auto-number", new AutoNumberField())
        .Build();

    [Theory]
    [InlineData("text", "INPUT")]
    [InlineData("memo", "TEXTAREA")]
    [InlineData("number", "INPUT")]
    [InlineData("money", "INPUT")]
    [InlineData("date", "INPUT")]
    [InlineData("choice", "SELECT")]
    [InlineData("reference", "INPUT")]
    [InlineData("member", "INPUT")]
    [InlineData("auto-number", "INPUT")]
    public async Task Frame_OfEachType_LabelsItsInputAndTiesItsError(string field, string element)
    {
        var draft = RecordDraft.New(Form);
        draft.SetDiagnostics([new("test.wrong", Severity.Error, field, new("写错了", "Wrong"))]);

        var page = await RenderAsync(draft, field);

        var input = page.QuerySelector($"#field-{field}")!;
        Assert.Equal(element, input.TagName);
        Assert.Equal($"field-{field}", page.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Contains($"field-{field}-error", input.GetAttribute("aria-describedby")!.Split(' '));
        Assert.Equal("写错了", page.QuerySelector($"#field-{field}-error")!.TextContent.Trim());
    }

    [Fact]
    public async Task Frame_RequiredFieldWithHelp_SaysSo()
    {
        var page = await RenderAsync(RecordDraft.New(Form), "text", "en");

        var input = page.QuerySelector("input")!;
        Assert.Equal("true", input.GetAttribute("aria-required"));
        Assert.Null(input.GetAttribute("aria-invalid"));
        Assert.Equal("field-text-help", input.GetAttribute("aria-describedby"));
        Assert.Equal("As registered", page.QuerySelector("#field-text-help")!.TextContent);
        Assert.Equal("Required", page.QuerySelector(".field-required")!.GetAttribute("title"));
    }

    [Fact]
    public async Task Frame_UnreadableInput_ShowsWhatWasTyped()
    {
        var draft = RecordDraft.New(Form);
        draft.Set(Form["number"], InputValue.Of("12 个"));

        var page = await RenderAsync(draft, "number");

        Assert.Equal("12 个", page.QuerySelector("input")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("number", "1,234.50")]
    [InlineData("money", "¥1,234.50")]
    public async Task Frame_StoredNumber_IsFormatted(string field, string expected)
    {
        var draft = RecordDraft.New(Form);
        draft.Set(Form[field], InputValue.Of(1234.5m));

        Assert.Equal(expected, (await RenderAsync(draft, field)).QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Frame_Choice_OffersOptionsInTheLanguageAndKeepsAnUnknownOne()
    {
        var draft = RecordDraft.New(Form);
        draft.Set(Form["choice"], InputValue.Of("gone"));

        var page = await RenderAsync(draft, "choice", "en");

        Assert.Equal(["(none)", "First", "gone"], page.QuerySelectorAll("option").Select(option => option.TextContent));
    }

    [Fact]
    public async Task Frame_Reference_IsAComboboxThatShowsTheTitle()
    {
        var draft = RecordDraft.New(Form);
        draft.Set(Form["reference"], InputValue.Of(7m), "上海某某公司");

        var input = (await RenderAsync(draft, "reference")).QuerySelector("[role=combobox]")!;

        Assert.Equal("上海某某公司", input.GetAttribute("value"));
        Assert.Equal("false", input.GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task Frame_EveryButton_HasAName()
    {
        foreach (var field in Form.Fields)
        {
            var draft = RecordDraft.New(Form);
            draft.Set(field, InputValue.Of("x"));
            var page = await RenderAsync(draft, field.Key);
            Assert.All(page.QuerySelectorAll("button"), button => Assert.False(string.IsNullOrWhiteSpace(button.GetAttribute("aria-label") ?? button.TextContent), button.OuterHtml));
        }
    }

    private static Task<AngleSharp.Dom.IElement> RenderAsync(RecordDraft draft, string field, string culture = "zh-CN")
        => Page.RenderAsync<FieldFrame>(new() { ["Draft"] = draft, ["Field"] = Form[field] }, culture);
}
