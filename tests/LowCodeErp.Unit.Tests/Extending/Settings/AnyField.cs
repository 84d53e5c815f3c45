using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.Unit.Tests.Extending.Settings;

/// <summary>A field type of which only the settings matter.</summary>
internal sealed class AnyField<TSettings>(Type? settingsEditor = null) : FieldType<TSettings> where TSettings : class, new()
{
    public override string Key => "any";

    public override ValueKind ValueKind => ValueKind.Text;

    public override FieldComponents Components { get; } = new(typeof(object), typeof(object), settingsEditor);

    public override FieldShape GetShape(TSettings settings) => new FieldShape.Column(new(StorageKind.Text));

    public override Value Read(InputValue input, TSettings settings, string path, DiagnosticBag diagnostics) => Value.Blank(ValueKind.Text);

    public override string Format(Value value, TSettings settings, CultureInfo culture) => "";
}
