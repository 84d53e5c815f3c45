using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Reference;

/// <summary>A record of another form.</summary>
public sealed class ReferenceField : FieldType<ReferenceSettings>
{
    public override string Key => "reference";

    public override ValueKind ValueKind => ValueKind.Reference;

    public override FieldComponents Components { get; } = new(typeof(ReferenceEditor), typeof(ReferenceCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(ReferenceSettings settings) => new FieldShape.Reference(settings.Form);

    public override void CheckSettings(ReferenceSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Form.Length == 0)
        {
            diagnostics.Add(FieldDiagnostics.ReferenceWithoutForm($"{path}.form"));
        }
    }

    public override Value Read(InputValue input, ReferenceSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (!RecordId.TryRead(input, out var value))
        {
            diagnostics.Add(FieldDiagnostics.RecordNotFound(path, input));
        }

        return value;
    }

    public override string Format(Value value, ReferenceSettings settings, CultureInfo culture) => RecordId.Format(value);
}
