using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Unit.Tests.Layout;

public sealed class LayoutCompilerTests
{
    private const string Name = """{"type": "field", "settings": {"field": "name"}}""";

    [Fact]
    public void Layout_Absent_LeavesEveryFieldUnplacedWithSubTablesLast()
    {
        var form = Compile("[]");

        Assert.Empty(form.Layout);
        Assert.Equal(["name", "city", "valid", "contact"], form.UnplacedFields.Select(field => field.Key));
    }

    [Fact]
    public void Layout_OfNestedItems_IsResolvedAndTheRestFollows()
    {
        var form = Compile("""
            [{"type": "tabs", "items": [
               {"type": "tab", "settings": {"title": {"zh-CN": "基本"}}, "items": [{"type": "section", "settings": {"title": {"zh-CN": "名称"}, "collapsible": true}, "items": [
                 {"type": "columns", "settings": {"count": 3}, "items": [{"type": "field", "settings": {"field": "name"}}, {"type": "field", "settings": {"field": "valid"}}]}]}]},
               {"type": "tab", "settings": {"title": {"zh-CN": "联系"}}, "items": [{"type": "field", "settings": {"field": "contact"}}, {"type": "divider"},
                 {"type": "text", "settings": {"text": {"zh-CN": "说明", "en": "Note"}, "style": "heading"}}]}]}]
            """);

        Assert.Equal(["name", "valid", "contact"], form.Layout.SelectMany(item => item.WithDescendants).Select(item => item.Field?.Key).OfType<string>());
        Assert.Equal("layout-0-0-0-0-1", form.Layout[0].WithDescendants.Single(item => item.Field?.Key == "valid").Id);
        Assert.Equal(["city"], form.UnplacedFields.Select(field => field.Key));
    }

    [Theory]
    [InlineData("customer", """, "columns": ["number"]""", "number")]
    [InlineData("customer", "", "number", "others")]
    [InlineData("others", "", "number", "customer", "others")]
    public void RelatedList_ThroughAReference_KnowsItsFieldAndColumns(string field, string columns, params string[] expected)
    {
        var related = Compile($$$"""[{"type": "related-list", "settings": {"form": "order", "field": "{{{field}}}"{{{columns}}}}}]""").Layout[0].Related!;

        Assert.Equal(field, related.Reference.Key);
        Assert.Equal(expected, related.Columns.Select(column => column.Key));
        Assert.Equal(5, related.NewestOf(7, 5).Take);
    }

    [Theory]
    [InlineData("""[{"type": "sektion"}]""", "metadata.layout.item.unknown", "forms/customer.json:4:14 layout[0].type")]
    [InlineData("""[{"type": "field", "settings": {"field": "nmae"}}]""", "metadata.field.unknown", "forms/customer.json:4:44 layout[0].settings.field")]
    [InlineData("""[{"type": "field", "settings": {"field": "valid-start"}}]""", "metadata.field.unknown", "layout[0].settings.field")]
    [InlineData($"""[{Name}, {Name}]""", "metadata.layout.field.twice", "layout[1].settings.field")]
    [InlineData("""[{"type": "field", "settings": {"feild": "name"}}]""", "json.unknown-member", "layout[0].settings.feild")]
    [InlineData($$"""[{"type": "divider", "items": [{{Name}}]}]""", "metadata.layout.items.no-container", "layout[0].items")]
    [InlineData("""[{"type": "columns"}]""", "metadata.layout.items.empty", "layout[0]")]
    [InlineData($$"""[{"type": "columns", "settings": {"count": 5}, "items": [{{Name}}]}]""", "metadata.layout.setting.out-of-range", "layout[0].settings.count")]
    [InlineData($$"""[{"type": "section", "items": [{{Name}}]}]""", "metadata.layout.title.missing", "layout[0].settings.title")]
    [InlineData($$"""[{"type": "tabs", "items": [{{Name}}]}]""", "metadata.layout.items.only", "layout[0].items[0].type")]
    [InlineData($$$"""[{"type": "tab", "settings": {"title": {"zh-CN": "一"}}, "items": [{{{Name}}}]}]""", "metadata.layout.item.only-within", "layout[0].type")]
    [InlineData("""[{"type": "related-list", "settings": {"form": "oder", "field": "customer"}}]""", "metadata.form.unknown", "layout[0].settings.form")]
    [InlineData("""[{"type": "related-list", "settings": {"form": "order", "field": "number"}}]""", "metadata.layout.related.no-reference", "layout[0].settings.field")]
    [InlineData("""[{"type": "related-list", "settings": {"form": "order-line", "field": "order"}}]""", "metadata.layout.related.lines", "layout[0].settings.form")]
    [InlineData("""[{"type": "related-list", "settings": {"form": "order", "field": "customer", "columns": ["line"]}}]""", "metadata.field.unknown", "layout[0].settings.columns[0]")]
    public void Layout_WithAMistake_IsRefusedAtItsPlace(string layout, string code, string place)
    {
        var problem = Assert.Single(LayoutForms.Compile(layout).Diagnostics);

        Assert.Equal(code, problem.Code);
        Assert.EndsWith(place, problem.Path, StringComparison.Ordinal);
        Assert.StartsWith("forms/customer.json:4:", problem.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Layout_NestedTooDeep_IsRefused()
    {
        var layout = Enumerable.Range(0, 6).Aggregate(Name, (inner, _) => $$"""{"type": "columns", "items": [{{inner}}]}""");

        var problem = Assert.Single(LayoutForms.Compile($"[{layout}]").Diagnostics);

        Assert.Equal("metadata.layout.too-deep", problem.Code);
    }

    private static FormModel Compile(string layout)
    {
        var result = LayoutForms.Compile(layout);
        Assert.Empty(result.Diagnostics);
        return result.Workspace!.FindForm("customer")!;
    }
}
