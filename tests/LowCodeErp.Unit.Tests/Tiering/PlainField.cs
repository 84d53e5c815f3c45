using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.Unit.Tests.Tiering;

/// <summary>The least that a form model needs of a field type: scoring only asks for the scale of the amount.</summary>
internal sealed class PlainField(ValueKind kind) : FieldType<PlainField.None>
{
    public override string Key => "plain";

    public override ValueKind ValueKind => kind;

    public override FieldComponents Components { get; } = new(typeof(None), typeof(None));

    public override FieldShape GetShape(None settings) => new FieldShape.Column(new(StorageKind.Number, Precision: 15, Scale: 2));

    public override Value Read(InputValue input, None settings, string path, DiagnosticBag diagnostics) => Value.Blank(kind);

    public override string Format(Value value, None settings, CultureInfo culture) => $"{value.Content}";

    internal sealed record None;
}
