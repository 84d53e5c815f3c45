using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.Unit.Tests.Layout;

/// <summary>A customer with a layout, and orders that refer to it, read and compiled as the product does.</summary>
internal static class LayoutForms
{
    public static ExtensionCatalog<ILayoutItem> Items { get; } = new(Create<ILayoutItem>());

    private static ExtensionCatalog<IFieldType> Fields { get; } = new(Create<IFieldType>());

    /// <param name="layout">JSON of the list; it begins on line 4 of the file.</param>
    public static CompilationResult Compile(string layout)
    {
        var customer = $$$"""
            {"key": "customer", "label": {"zh-CN": "客户"}, "title": "name",
             "fields": [{"key": "name", "type": "text", "label": {"zh-CN": "名称"}, "required": true}, {"key": "city", "type": "text", "label": {"zh-CN": "城市"}},
              {"key": "valid", "type": "date-range", "label": {"zh-CN": "有效期"}}, {"key": "contact", "type": "sub-table", "label": {"zh-CN": "联系人"}, "settings": {"fields": [{"key": "phone", "type": "phone", "label": {"zh-CN": "电话"}}]}}],
             "layout": {{{layout}}}}
            """;
        const string Order = """
            {"key": "order", "label": {"zh-CN": "订单"}, "title": "number",
             "fields": [{"key": "number", "type": "text", "label": {"zh-CN": "订单号"}}, {"key": "customer", "type": "reference", "label": {"zh-CN": "客户"}, "settings": {"form": "customer"}},
              {"key": "others", "type": "references", "label": {"zh-CN": "其他客户"}, "settings": {"form": "customer"}},
              {"key": "line", "type": "sub-table", "label": {"zh-CN": "明细"}, "settings": {"fields": [{"key": "amount", "type": "money", "label": {"zh-CN": "金额"}}]}}]}
            """;
        var app = new AppDefinition { Key = "test", Label = new("测试") };
        return new WorkspaceCompiler(Fields, Items).Compile(1, [new(new("app.json", app, DefinitionWriter.Write(app)), [Read("forms/customer.json", customer), Read("forms/order.json", Order)], [])]);
    }

    private static Sourced<FormDefinition> Read(string file, string json)
    {
        var diagnostics = new DiagnosticBag();
        var form = DefinitionReader.Read<FormDefinition>(json, file, diagnostics);
        Assert.Empty(diagnostics.Items);
        return new(file, form!, json);
    }

    private static IEnumerable<T> Create<T>() where T : class, IExtension
        => ExtensionScanner.Find<T>(typeof(TextField).Assembly).Select(type => (T)Activator.CreateInstance(type)!);
}
