using LowCodeErp.BuiltIns.Fields.Choice;
using LowCodeErp.BuiltIns.Fields.Date;
using LowCodeErp.BuiltIns.Fields.Member;
using LowCodeErp.BuiltIns.Fields.Money;
using LowCodeErp.BuiltIns.Fields.Number;
using LowCodeErp.BuiltIns.Fields.Reference;
using LowCodeErp.BuiltIns.Fields.SubTable;
using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Extending;
using LowCodeErp.Unit.Tests.Fields;

namespace LowCodeErp.Unit.Tests.Extending;

public sealed class FieldCellTests
{
    private static readonly FormModel Form = new TestForm("customer")
        .With("text", new TextField())
        .With("number", new NumberField())
        .With("money", new MoneyField())
        .With("date", new DateField())
        .With("choice", new ChoiceField(), new ChoiceSettings { Options = [new() { Key = "a", Label = new("甲", "First"), Color = ChoiceColor.Green }] })
        .With("reference", new ReferenceField(), new ReferenceSettings { Form = "customer" })
        .With("member", new MemberField())
        .WithLines("lines", new SubTableField(), new TestForm("lines"))
        .Build();

    [Theory]
    [InlineData("text", "<b>粗</b>")]
    [InlineData("number", "-1,234.50")]
    [InlineData("money", "-¥1,234.50")]
    [InlineData("date", "2026-03-05")]
    [InlineData("choice", "甲")]
    [InlineData("reference", "上海某某公司")]
    [InlineData("member", "张三")]
    [InlineData("lines", "")]
    public async Task Cell_OfEachType_ShowsItsValueAsText(string field, string expected)
    {
        object?[] values = ["<b>粗</b>", -1234.5m, -1234.5m, new DateOnly(2026, 3, 5), "a", 7L, 4L, null];
        string?[] titles = [null, null, null, null, null, "上海某某公司", "张三", null];

        var page = await RenderAsync(field, values, titles);

        Assert.Equal(expected, page.TextContent.Trim());
        Assert.Null(page.QuerySelector("b"));
    }

    [Fact]
    public async Task Cell_OfBlankValue_ShowsNothing()
    {
        foreach (var field in Form.Fields)
        {
            Assert.Equal("", (await RenderAsync(field.Key, new object?[8], new string?[8])).TextContent.Trim());
        }
    }

    [Fact]
    public async Task Cell_OfColoredChoice_NamesTheColorForTheTheme()
    {
        var page = await RenderAsync("choice", [null, null, null, null, "a", null, null, null], new string?[8]);

        Assert.Equal("green", page.QuerySelector(".choice-cell")!.GetAttribute("data-color"));
    }

    [Fact]
    public async Task CellAndEditor_OfAMaskedValue_ShowTheMaskWhateverTheType()
    {
        foreach (var field in Form.ReadableFields)
        {
            var masks = new string?[8];
            masks[field.Ordinal] = "1**";
            var row = new RecordRow { Form = Form, Id = 1, Version = 1, UpdatedAt = default, Values = new object?[8], Titles = new string?[8], Masks = masks };

            var cell = await Page.RenderAsync<RecordValue>(new() { ["Field"] = field, ["Row"] = row });
            var editor = await Page.RenderAsync<FieldFrame>(new() { ["Draft"] = RecordDraft.From(row), ["Field"] = field });

            Assert.Equal("1**", cell.TextContent.Trim());
            Assert.Equal(("OUTPUT", "1**"), (editor.QuerySelector($"#field-{field.Key}")!.TagName, editor.QuerySelector($"#field-{field.Key}")!.TextContent));
            Assert.Null(editor.QuerySelector("input, select, textarea"));
        }
    }

    private static Task<AngleSharp.Dom.IElement> RenderAsync(string field, object?[] values, string?[] titles)
        => Page.RenderAsync<FieldCell>(new() { ["Field"] = Form[field], ["Row"] = TestForm.Row(Form, 1, values, titles) });
}
