using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.Specifications.Forms;

/// <summary>One field type for each kind of value, for tests of the engine that must not depend on what the product's own types allow.</summary>
public sealed class PlainField(string key, ValueKind kind, Func<PlainFieldSettings, FieldShape> shape) : FieldType<PlainFieldSettings>
{
    public static ExtensionCatalog<IFieldType> Catalog { get; } = new(
    [
        Column("text", ValueKind.Text, StorageKind.Text),
        new PlainField("number", ValueKind.Number, settings => new FieldShape.Column(new(StorageKind.Number, Precision: 15, Scale: settings.Decimals))),
        Column("boolean", ValueKind.Boolean, StorageKind.Boolean),
        Column("date", ValueKind.Date, StorageKind.Date),
        Column("date-time", ValueKind.DateTime, StorageKind.DateTime),
        new PlainField("reference", ValueKind.Reference, settings => new FieldShape.Reference(settings.Form)),
        new PlainField("member", ValueKind.Reference, _ => new FieldShape.Member()),
        new PlainField("sub-table", ValueKind.Table, settings => new FieldShape.SubTable(settings.Fields)),
    ]);

    public override string Key => key;

    public override ValueKind ValueKind => kind;

    public override FieldComponents Components { get; } = new(typeof(object), typeof(object));

    public override FieldShape GetShape(PlainFieldSettings settings) => shape(settings);

    public override Value Read(InputValue input, PlainFieldSettings settings, string path, DiagnosticBag diagnostics)
        => input.Content switch
        {
            null => Value.Blank(kind),
            decimal id when kind == ValueKind.Reference => Value.OfReference((long)id),
            DateTime date when kind == ValueKind.Date => Value.Of(DateOnly.FromDateTime(date)),
            var content => new(kind, content),
        };

    public override string Format(Value value, PlainFieldSettings settings, CultureInfo culture)
        => string.Create(CultureInfo.InvariantCulture, $"{value.Content}");

    private static PlainField Column(string key, ValueKind kind, StorageKind storage) => new(key, kind, _ => new FieldShape.Column(new(storage)));
}

public sealed record PlainFieldSettings
{
    /// <summary>Of a number.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>The target of a reference.</summary>
    public string Form { get; init; } = "";

    /// <summary>The fields of a sub-table's lines.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; init; } = [];
}
