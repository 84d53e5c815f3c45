using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.Specifications.Apps;

/// <summary>One field type for each kind of storage, so that tests of the engine do not depend on the built-in ones.</summary>
public static class TestFields
{
    public static ExtensionCatalog<IFieldType> Catalog { get; } = new(
    [
        new TestField("test-text", ValueKind.Text, settings => Column(StorageKind.Text, settings)),
        new TestField("test-number", ValueKind.Number, settings => Column(StorageKind.Number, settings)),
        new TestField("test-boolean", ValueKind.Boolean, settings => Column(StorageKind.Boolean, settings)),
        new TestField("test-date", ValueKind.Date, settings => Column(StorageKind.Date, settings)),
        new TestField("test-moment", ValueKind.DateTime, settings => Column(StorageKind.DateTime, settings)),
        new TestField("number", ValueKind.Number, settings => new FieldShape.Column(new(StorageKind.Number, Precision: 15, Scale: settings.Decimals ?? 2))),
        new TestField("reference", ValueKind.Reference, settings => new FieldShape.Reference(settings.Form)),
        new TestField("test-texts", ValueKind.List, settings => new FieldShape.List(Column(StorageKind.Text, settings))),
        new TestField("test-references", ValueKind.List, settings => new FieldShape.List(new FieldShape.Reference(settings.Form))),
        new TestField("test-member", ValueKind.Reference, _ => new FieldShape.Member()),
        new TestField("test-lines", ValueKind.Table, settings => new FieldShape.SubTable(settings.Fields)),
    ]);

    private static FieldShape.Column Column(StorageKind kind, TestFieldSettings settings)
        => new(new(kind, settings.Length, settings.Precision, settings.Scale));
}
