using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Number;

public sealed class NumberField : FieldType<NumberSettings>
{
    public override string Key => "number";

    public override ValueKind ValueKind => ValueKind.Number;

    public override FieldComponents Components { get; } = new(typeof(NumberEditor), typeof(NumberCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(NumberSettings settings)
        => new FieldShape.Column(new(StorageKind.Number, Precision: DecimalText.MostDigits, Scale: settings.Decimals));

    public override void CheckSettings(NumberSettings settings, string path, DiagnosticBag diagnostics)
        => DecimalText.CheckSettings(settings.Decimals, settings.Minimum, settings.Maximum, path, diagnostics);

    public override Value Read(InputValue input, NumberSettings settings, string path, DiagnosticBag diagnostics)
        => DecimalText.Read(input, settings.Decimals, path, diagnostics);

    public override void Check(Value value, NumberSettings settings, string path, DiagnosticBag diagnostics)
        => DecimalText.CheckRange(value, settings.Minimum, settings.Maximum, path, diagnostics);

    public override string Format(Value value, NumberSettings settings, CultureInfo culture)
        => value.IsBlank ? "" : DecimalText.Format(value.AsNumber(), settings.Decimals);
}
