using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Views;
using LowCodeErp.Unit.Tests.Layout;

namespace LowCodeErp.Unit.Tests.Views;

/// <summary>Views that everybody sees are checked when their form is compiled.</summary>
public sealed class ViewCompilerTests
{
    [Fact]
    public void View_ThatMakesSense_IsResolved()
    {
        var view = Assert.Single(Compile("""
            {"key": "big", "label": {"zh-CN": "大单"}, "columns": [{"field": "number", "width": 12}, {"field": "amount"}], "where": "[amount] > 100",
             "sort": [{"field": "status"}, {"field": "amount", "descending": true}], "groupBy": "status", "filters": [{"field": "number", "contains": "A"}],
             "colours": [{"when": "[amount] > 1000", "colour": "red", "label": {"zh-CN": "特大"}, "field": "amount"}]}
            """).Workspace!.FindForm("order")!.Views);

        Assert.Equal([("number", 12), ("amount", null)], view.Columns.Select(column => (column.Field.Key, column.Width)));
        Assert.Equal([("status", false), ("amount", true)], view.Sort.Select(order => (order.Field.Key, order.Descending)));
        Assert.Equal("status", view.GroupBy!.Key);
        Assert.Equal("amount", Assert.Single(Assert.Single(view.Colours).Reads).Key);
    }

    [Theory]
    [InlineData("\"columns\": [{\"field\": \"gone\"}]", "view.unknown-field", "views[0].columns[0].field")]
    [InlineData("\"columns\": [{\"field\": \"line\"}]", "view.no-column", "views[0].columns[0].field")]
    [InlineData("\"columns\": [{\"field\": \"number\", \"width\": 3}]", "view.width-out-of-range", "views[0].columns[0].width")]
    [InlineData("\"sort\": [{\"field\": \"number\"}, {\"field\": \"line\"}]", "view.not-sortable", "views[0].sort[1].field")]
    [InlineData("\"groupBy\": \"amount\"", "view.not-groupable", "views[0].groupBy")]
    [InlineData("\"filters\": [{\"field\": \"line\", \"contains\": \"A\"}]", "view.not-filterable", "views[0].filters[0].field")]
    [InlineData("\"where\": \"[gone] > 1\"", "formula.unknown-field", "views[0].where")]
    [InlineData("\"colours\": [{\"when\": \"[customer.name] = 1\", \"colour\": \"red\", \"label\": {\"zh-CN\": \"甲\"}}]", "view.colour-reads-others", "views[0].colours[0].when")]
    public void View_WithAMistake_IsRefusedWithItsPlace(string member, string code, string place)
    {
        var diagnostics = Compile($$"""{"key": "v", "label": {"zh-CN": "视图"}, {{member}}}""").Diagnostics;

        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == code && diagnostic.Path.Contains(" " + place, StringComparison.Ordinal));
        Assert.All(diagnostics, diagnostic => Assert.Contains("视图", diagnostic.Message.Chinese, StringComparison.Ordinal));
    }

    [Fact]
    public void Views_WithOneKeyOrAnInvalidOne_AreRefused()
    {
        var diagnostics = Compile("""{"key": "v", "label": {"zh-CN": "甲"}}, {"key": "v", "label": {"zh-CN": "乙"}}, {"key": "V 1", "label": {"zh-CN": "丙"}}""").Diagnostics;

        Assert.Equal(["view.duplicate-key", "view.invalid-key"], diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void List_ThatShowsAViewFirstThatIsGone_IsRefused()
        => Assert.Equal("view.unknown-default", Assert.Single(Compile("", """, "list": {"view": "gone"}""").Diagnostics).Code);

    [Fact]
    public void Member_ThatNobodyKnows_IsRefusedByTheReader()
    {
        var diagnostics = new DiagnosticBag();
        DefinitionReader.Read<FormDefinition>(Order("""{"key": "v", "label": {"zh-CN": "甲"}, "colunms": []}""", ""), "forms/order.json", diagnostics);

        Assert.Contains("colunms", Assert.Single(diagnostics.Items).Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amount", 1)]
    [InlineData("number", 1)]
    [InlineData("status", 1)]
    [InlineData("note", 0)]
    public void Uses_OfAField_NameTheViewsThatShowFilterOrColourByIt(string field, int uses)
    {
        var workspace = Compile("""
            {"key": "big", "label": {"zh-CN": "大单"}, "columns": [{"field": "number"}], "groupBy": "status",
             "colours": [{"when": "[amount] > 1000", "colour": "red", "label": {"zh-CN": "特大"}}]}
            """).Workspace!;

        Assert.Equal(uses, new FieldUses(workspace).Of(workspace.FindForm("order")![field]).Count(use => use.Place.Chinese == "“订单”的视图“大单”"));
    }

    [Fact]
    public void PersonalView_OfWhichAFieldIsGone_IsMadeOfTheRest()
    {
        var workspace = Compile("").Workspace!;
        var diagnostics = new DiagnosticBag();

        var view = new ViewCompiler(workspace.FindForm("order")!, new(workspace), diagnostics)
            .Compile(new() { Key = "mine", Label = new("我的"), Columns = [new() { Field = "gone" }, new() { Field = "amount" }] }, member => member);

        Assert.Equal("amount", Assert.Single(view.Columns).Field.Key);
        Assert.Equal("columns[0].field", Assert.Single(diagnostics.Items).Path);
    }

    private static CompilationResult Compile(string views, string more = "")
    {
        var app = new AppDefinition { Key = "test", Label = new("测试") };
        return new WorkspaceCompiler(new(ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IFieldType)Activator.CreateInstance(type)!)), LayoutForms.Items)
            .Compile(1, [new(new("app.json", app, DefinitionWriter.Write(app)), [Read("customer", Customer), Read("order", Order(views, more))], [])]);
    }

    private const string Customer = """{"key": "customer", "label": {"zh-CN": "客户"}, "title": "name", "fields": [{"key": "name", "type": "number", "label": {"zh-CN": "名称"}}]}""";

    private static string Order(string views, string more) => $$$"""
        {"key": "order", "label": {"zh-CN": "订单"}, "title": "number",
         "fields": [{"key": "number", "type": "text", "label": {"zh-CN": "订单号"}}, {"key": "amount", "type": "money", "label": {"zh-CN": "金额"}}, {"key": "note", "type": "text", "label": {"zh-CN": "备注"}},
          {"key": "status", "type": "choice", "label": {"zh-CN": "状态"}, "settings": {"options": [{"key": "open", "label": {"zh-CN": "未完"}}]}}, {"key": "labels", "type": "tags", "label": {"zh-CN": "标签"}},
          {"key": "customer", "type": "reference", "label": {"zh-CN": "客户"}, "settings": {"form": "customer"}},
          {"key": "line", "type": "sub-table", "label": {"zh-CN": "明细"}, "settings": {"fields": [{"key": "price", "type": "money", "label": {"zh-CN": "单价"}}]}}],
         "views": [{{{views}}}]{{{more}}}}
        """;

    private static Sourced<FormDefinition> Read(string key, string json)
    {
        var diagnostics = new DiagnosticBag();
        var form = DefinitionReader.Read<FormDefinition>(json, $"forms/{key}.json", diagnostics);
        Assert.Empty(diagnostics.Items);
        return new($"forms/{key}.json", form!, json);
    }
}
