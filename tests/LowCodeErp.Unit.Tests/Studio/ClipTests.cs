using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Clips;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.Studio.FormDesigner.Layouts;
using LowCodeErp.Unit.Tests.Layout;

namespace LowCodeErp.Unit.Tests.Studio;

/// <summary>What is copied from a form and what becomes of it where it is pasted.</summary>
public sealed class ClipTests
{
    private static readonly LayoutRules _rules = new(LayoutForms.Items);
    private static readonly LocalizedText _what = new("某物");

    [Fact]
    public void Pasting_IntoTheSameForm_GivesKeysAndNamesOfTheirOwnAndRewritesTheirFormulas()
    {
        var form = Order();
        var pasted = new PastedItems(ItemsClip.Of(form, [Path("0"), Path("2")]), form, Keys(form));

        Assert.Equal(["price-2", "total-2"], pasted.Fields.Select(field => field.Key));
        Assert.Equal(["单价 2", "小计 2"], pasted.Fields.Select(field => field.Label.Chinese));
        Assert.Equal("[price-2] * [count]", pasted.Fields[1].Formula);
        Assert.Empty(pasted.LeftOut);
    }

    [Fact]
    public void Pasting_IntoAnotherForm_LeavesOutWhatNamesFieldsThatDidNotComeAlongAndSaysSo()
    {
        var pasted = new PastedItems(ItemsClip.Of(Order(), [Path("0"), Path("2")]), Customer(), Keys(Customer()));

        Assert.Equal(["price", "total"], pasted.Fields.Select(field => field.Key));
        Assert.Null(pasted.Fields[1].Formula);
        Assert.Equal("“小计”的计算公式用到没有一起复制的“数量”，没有带来。", Assert.Single(pasted.LeftOut).Chinese);
    }

    [Fact]
    public void Pasting_AllThatAFormulaNames_KeepsIt()
    {
        var pasted = new PastedItems(ItemsClip.Of(Order(), [Path("0"), Path("1"), Path("2")]), Customer(), [.. Keys(Customer()), "count"]);

        Assert.Equal("[price] * [count-2]", pasted.Fields[2].Formula);
        Assert.Empty(pasted.LeftOut);
    }

    [Fact]
    public void Pasting_ASubTable_RewritesWhatItsColumnsSayOfTheRecord()
    {
        var form = Order() with { Fields = [.. Order().Fields, Lines("[order.price] * [order.count]")] };

        var pasted = new PastedItems(ItemsClip.Of(form, [Path("0"), Path("1"), Path("3")]), Customer(), [.. Keys(Customer()), "price"]);

        var column = Assert.Single(FieldLists.ColumnsOf(pasted.Fields[2])!);
        Assert.Equal("[customer.price-2] * [customer.count]", column.Formula);
    }

    [Fact]
    public void Pasting_ASection_BringsWhatStandsInIt()
    {
        var form = Order() with { Layout = [new() { Type = "section", Items = [LayoutItemDefinition.OfField("price"), LayoutItemDefinition.OfField("count")] }] };
        var (clip, document) = (ItemsClip.Of(form, [Path("0"), Path("0.0")]), new AppDocument(new() { Key = "app", Label = new("应用") }, [Customer()], []));

        var after = new PasteItems("customer", new(clip, Customer(), Keys(Customer())), _what, new(ItemPath.Canvas, 0), _rules).Apply(document);

        Assert.Empty(DocumentStructure.Check(after, _rules));
        Assert.Equal(["section", "field", "field", "field"], Canvas.Of(after.FindForm("customer")!).Paths().Select(entry => entry.Item.Type));
    }

    [Fact]
    public void Pasting_ATabWhereThereAreNoTabs_PutsItsFieldsThere()
    {
        var form = Order() with { Layout = [new() { Type = "tabs", Items = [new() { Type = "tab", Items = [LayoutItemDefinition.OfField("price")] }] }] };
        var document = new AppDocument(new() { Key = "app", Label = new("应用") }, [Customer()], []);

        var after = new PasteItems("customer", new(ItemsClip.Of(form, [Path("0.0")]), Customer(), Keys(Customer())), _what, new(ItemPath.Canvas, 0), _rules).Apply(document);

        Assert.Equal(["price", "name"], Canvas.Of(after.FindForm("customer")!).Items.Select(item => item.FieldKey));
    }

    [Fact]
    public void Clip_WrittenAndRead_IsTheSame()
    {
        var clip = ItemsClip.Of(Order(), [Path("2")]);

        var read = ItemsClip.Read(clip.Write(), new());

        Assert.Equal(clip.Write(), read!.Write());
        Assert.Equal("price", read.Mentioned[0].Key);
    }

    [Theory]
    [InlineData("你好")]
    [InlineData("{\"a\": 1}")]
    public void Text_ThatIsSomethingElse_IsNoClipAndNoMistake(string text)
    {
        var diagnostics = new DiagnosticBag();

        Assert.Null(ItemsClip.Read(text, diagnostics));
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void Text_OfADamagedClip_SaysWhatIsWrong()
    {
        var diagnostics = new DiagnosticBag();

        Assert.Null(ItemsClip.Read(ItemsClip.Of(Order(), [Path("0")]).Write().Replace("\"type\"", "\"tpye\"", StringComparison.Ordinal), diagnostics));
        Assert.True(diagnostics.HasErrors);
    }

    [Fact]
    public void Clip_MadeByHandWithPlacesAndKeysThatCannotBe_LeadsToASoundDocument()
    {
        const string Text = """
            {"kind": "lowcode-form-items", "form": "x", "fields": [{"key": "不是键", "type": "text", "label": {"zh-CN": "甲"}}, {"key": "b", "type": "text", "label": {"zh-CN": "乙"}}, {"key": "b", "type": "text", "label": {"zh-CN": "丙"}}],
             "items": [{"type": "tab", "items": [{"type": "section", "items": [{"type": "tab", "items": [{"type": "field", "settings": {"field": "b"}}, {"type": "field", "settings": {"field": "b"}}]}]}]}, {"type": "nonsense"}, {"type": "field", "settings": {"field": "gone"}}]}
            """;
        var (clip, document) = (ItemsClip.Read(Text, new())!, new AppDocument(new() { Key = "app", Label = new("应用") }, [Customer()], []));

        var after = new PasteItems("customer", new(clip, Customer(), Keys(Customer())), _what, new(ItemPath.Canvas, 1), _rules).Apply(document);

        Assert.NotSame(document, after);
        Assert.Empty(DocumentStructure.Check(after, _rules));
        Assert.Equal(3, after.FindForm("customer")!.Fields.Count);
    }

    private static ItemPath Path(string text) => ItemPath.Parse(text);

    private static IEnumerable<string> Keys(FormDefinition form) => form.Fields.Select(field => field.Key);

    private static FormDefinition Order() => new()
    {
        Key = "order", Label = new("订单"), Title = "price",
        Fields =
        [
            new() { Key = "price", Type = "money", Label = new("单价") },
            new() { Key = "count", Type = "number", Label = new("数量") },
            new() { Key = "total", Type = "money", Label = new("小计"), Formula = "[单价] * [数量]" },
        ],
    };

    private static FormDefinition Customer() => new() { Key = "customer", Label = new("客户"), Title = "name", Fields = [new() { Key = "name", Type = "text", Label = new("名称") }] };

    private static FieldDefinition Lines(string formula) => new()
    {
        Key = "line", Type = FieldDefinition.SubTable, Label = new("明细"),
        Settings = JsonSerializer.SerializeToElement(new { fields = new[] { new { key = "amount", type = "money", label = new Dictionary<string, string> { ["zh-CN"] = "金额" }, formula } } }),
    };
}
