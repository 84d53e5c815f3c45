using System.Text.Json;
using System.Text.Json.Serialization;
using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Unit.Tests.Fields;

/// <summary>A form with one field of several parts, made by the product's own compiler.</summary>
internal static class PartedForm
{
    internal static readonly ExtensionCatalog<IFieldType> Catalog = new(
        ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IFieldType)Activator.CreateInstance(type)!));

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static FieldModel Compile(string type, object settings, bool isRequired = false)
    {
        var json = JsonSerializer.SerializeToElement(settings, settings.GetType(), Json);
        var form = new FormDefinition
        {
            Key = "order", Label = new("订单"), Title = "name",
            Fields = [new() { Key = "name", Type = "text", Label = new("名称") }, new() { Key = "whole", Type = type, Label = new("整体"), Required = isRequired, Settings = json }],
        };
        var app = new AppDefinition { Key = "test", Label = new("测试") };
        var result = new WorkspaceCompiler(Catalog, new([])).Compile(1, [new(new("app.json", app, DefinitionWriter.Write(app)), [new("forms/order.json", form, DefinitionWriter.Write(form))], [])]);
        return result.Workspace is { } workspace ? workspace.FindForm("order")!["whole"] : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
