using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.Data.Tests.Records;

/// <summary>The product's own field types, for tests of what they have to do with databases.</summary>
internal static class BuiltInFields
{
    public static ExtensionCatalog<IFieldType> Catalog { get; } = new(
        ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IFieldType)Activator.CreateInstance(type)!));
}
