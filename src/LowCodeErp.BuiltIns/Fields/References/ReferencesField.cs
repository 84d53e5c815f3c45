using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.References;

/// <summary>Records of another form, each at most once, in the order in which they were chosen.</summary>
public sealed class ReferencesField : FieldType<ReferencesSettings>
{
    public override string Key => "references";

    public override ValueKind ValueKind => ValueKind.List;

    public override FieldComponents Components { get; } = new(typeof(ReferencesEditor), typeof(ReferencesCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(ReferencesSettings settings) => new FieldShape.List(new FieldShape.Reference(settings.Form));

    public override void CheckSettings(ReferencesSettings settings, string path, DiagnosticBag diagnostics)
    {
        ListLimit.CheckSetting(settings.Maximum, path, diagnostics);
        if (settings.Form.Length == 0)
        {
            diagnostics.Add(FieldDiagnostics.ReferenceWithoutForm($"{path}.form"));
        }
    }

    public override Value Read(InputValue input, ReferencesSettings settings, string path, DiagnosticBag diagnostics)
        => RecordId.ReadAll(input, item => diagnostics.Add(FieldDiagnostics.RecordNotFound(path, item)));

    public override void Check(Value value, ReferencesSettings settings, string path, DiagnosticBag diagnostics)
        => ListLimit.Check(value, settings.Maximum, path, diagnostics);

    public override string Format(Value value, ReferencesSettings settings, CultureInfo culture) => RecordId.Format(value);
}
