using AngleSharp.Dom;
using LowCodeErp.BuiltIns.Fields.Money;
using LowCodeErp.BuiltIns.Fields.Number;
using LowCodeErp.BuiltIns.Fields.SubTable;
using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.UI.Extending;
using LowCodeErp.Unit.Tests.Extending;

namespace LowCodeErp.Unit.Tests.Fields.SubTable;

public sealed class SubTableEditorTests
{
    [Fact]
    public async Task Editor_Lines_AreRowsWithNamedCells()
    {
        var (draft, field) = Draft();

        var page = await RenderAsync(draft, field);

        Assert.Equal(["产品（中）*", "数量（中）", "金额（中）"], page.QuerySelectorAll("thead th").Skip(1).SkipLast(1).Select(head => head.TextContent.Trim()));
        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("第 2 行 产品（中）", page.QuerySelector("#lines-1-产品")!.GetAttribute("aria-label"));
        Assert.Equal("true", page.QuerySelector("#lines-0-产品")!.GetAttribute("aria-required"));
        Assert.Equal("数量（中）", page.QuerySelector("#lines-0-数量")!.Closest("td")!.GetAttribute("data-label"));
    }

    [Fact]
    public async Task Editor_NumberColumns_AreSummedInTheFooterWithoutWhatCannotBeRead()
    {
        var (draft, field) = Draft();
        var lines = draft.LinesOf(field);
        lines[0].Set(field.Lines!["数量"], InputValue.Of("2"));
        lines[1].Set(field.Lines!["数量"], InputValue.Of("many"));
        lines[0].Set(field.Lines!["金额"], InputValue.Of(1000.1m));
        lines[1].Set(field.Lines!["金额"], InputValue.Of("¥234.4"));

        var page = await RenderAsync(draft, field);

        Assert.Equal(["", "2.00", "¥1,234.50", ""], page.QuerySelectorAll("tfoot td").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task Editor_TotalsNamed_AreTheOnlyOnes()
    {
        var (draft, field) = Draft(new() { Totals = ["金额"] });

        var page = await RenderAsync(draft, field);

        Assert.Equal(["", "", "¥0.00", ""], page.QuerySelectorAll("tfoot td").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task Editor_LineErrors_StandInTheirCell()
    {
        var (draft, field) = Draft();
        draft.LinesOf(field)[0].Set(field.Lines!["产品"], InputValue.Of("笔"));
        draft.LinesOf(field)[1].Set(field.Lines!["产品"], InputValue.Of("墨"));
        draft.SetDiagnostics([new("test.wrong", Severity.Error, "lines[1].数量", new("写错了"))]);

        var page = await RenderAsync(draft, field);

        Assert.Equal("写错了", page.QuerySelector("#lines-1-数量-error")!.TextContent.Trim());
        Assert.Equal("lines-1-数量-error", page.QuerySelector("#lines-1-数量")!.GetAttribute("aria-describedby"));
        Assert.Null(page.QuerySelector("#lines-0-数量")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Editor_Disabled_OffersNoChange()
    {
        var (draft, field) = Draft();

        var page = await RenderAsync(draft, field, isDisabled: true);

        Assert.Empty(page.QuerySelectorAll("button"));
        Assert.All(page.QuerySelectorAll("input"), input => Assert.True(input.HasAttribute("disabled")));
    }

    [Fact]
    public async Task Editor_EveryButton_HasAName()
    {
        var (draft, field) = Draft();

        var page = await RenderAsync(draft, field);

        Assert.Equal("删除第 1 行", page.QuerySelector("tbody tr button:last-of-type")!.GetAttribute("aria-label"));
        Assert.All(page.QuerySelectorAll("button"), button => Assert.False(string.IsNullOrWhiteSpace(button.GetAttribute("aria-label") ?? button.TextContent)));
    }

    [Fact]
    public async Task Editor_WithoutLines_SaysSoAndOffersToAdd()
    {
        var form = Order(new());

        var page = await RenderAsync(RecordDraft.New(form), form["lines"]);

        Assert.Null(page.QuerySelector("table"));
        Assert.Contains("还没有明细行", page.TextContent, StringComparison.Ordinal);
        Assert.Equal("添加一行", page.QuerySelector("#lines-add")!.TextContent);
    }

    private static FormModel Order(SubTableSettings settings) => new TestForm("order")
        .WithLines("lines", new SubTableField(), new TestForm("lines")
            .With("产品", new TextField(), isRequired: true)
            .With("数量", new NumberField())
            .With("金额", new MoneyField()), settings)
        .Build();

    private static (RecordDraft Draft, FieldModel Field) Draft(SubTableSettings? settings = null)
    {
        var field = Order(settings ?? new())["lines"];
        var draft = RecordDraft.New(field.Form);
        draft.AddLine(field);
        draft.AddLine(field);
        return (draft, field);
    }

    private static Task<IElement> RenderAsync(RecordDraft draft, FieldModel field, bool isDisabled = false)
        => Page.RenderAsync<FieldEditor>(new() { ["Draft"] = draft, ["Field"] = field, ["InputId"] = "lines", ["Disabled"] = isDisabled });
}
