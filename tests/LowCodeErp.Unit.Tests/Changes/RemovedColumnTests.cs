using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Unit.Tests.Layout;

namespace LowCodeErp.Unit.Tests.Changes;

/// <summary>A column of a sub-table that something is made of is not removed from under it, and its uses are named.</summary>
public sealed class RemovedColumnTests
{
    private const string Price = """{"key": "price", "type": "money", "label": {"zh-CN": "单价"}}""";
    private const string Count = """{"key": "count", "type": "number", "label": {"zh-CN": "数量"}}""";
    private const string Total = """{"key": "total", "type": "money", "label": {"zh-CN": "小计"}, "formula": "[price] * 2"}""";
    private const string Sum = """, {"key": "sum", "type": "money", "label": {"zh-CN": "合计"}, "formula": "SUM([line.price])"}""";

    [Fact]
    public void Column_ThatAnotherColumnIsMadeOf_IsRefusedWithIt()
        => Assert.Contains("“小计”", Assert.Single(Find(Order([Price, Count, Total]), Order([Count, Total]))).Message.Chinese, StringComparison.Ordinal);

    [Fact]
    public void Column_ThatTheRecordIsMadeOf_IsRefusedWithIt()
        => Assert.Contains("“合计”", Assert.Single(Find(Order([Price, Count], Sum), Order([Count], Sum))).Message.Chinese, StringComparison.Ordinal);

    [Fact]
    public void Column_ThatNothingUses_IsFree() => Assert.Empty(Find(Order([Price, Count, Total]), Order([Price, Total])));

    [Fact]
    public void Columns_RemovedTogether_AreNoUsesOfEachOther() => Assert.Empty(Find(Order([Price, Count, Total]), Order([Count])));

    private static IReadOnlyList<Diagnostic> Find(string before, string after)
    {
        var types = ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IFieldType)Activator.CreateInstance(type)!);
        return new RemovalUses(new(new(types), LayoutForms.Items), 2).Find(Package(before), Package(after), []);
    }

    private static string Order(string[] columns, string more = "") => $$$"""
        {"key": "order", "label": {"zh-CN": "订单"}, "title": "number", "fields": [{"key": "number", "type": "text", "label": {"zh-CN": "订单号"}},
         {"key": "line", "type": "sub-table", "label": {"zh-CN": "明细"}, "settings": {"fields": [{{{string.Join(", ", columns)}}}]}}{{{more}}}]}
        """;

    private static AppPackage Package(string form)
    {
        var (app, diagnostics) = (new AppDefinition { Key = "test", Label = new("测试") }, new DiagnosticBag());
        var definition = DefinitionReader.Read<FormDefinition>(form, "forms/order.json", diagnostics);
        Assert.Empty(diagnostics.Items);
        return new(new("app.json", app, DefinitionWriter.Write(app)), [new("forms/order.json", definition!, form)], []);
    }
}
