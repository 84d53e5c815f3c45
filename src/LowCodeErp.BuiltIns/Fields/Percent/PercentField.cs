using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Percent;

/// <summary>
/// A share, stored as a fraction: formulas calculate with 0.15 where people read 15%. A typed number is a fraction (as cells
/// of a spreadsheet hold it), a text is what people see, with or without the sign.
/// </summary>
public sealed class PercentField : FieldType<PercentSettings>
{
    /// <summary>Two more digits are stored than shown.</summary>
    private const int Shift = 2;

    private const int MostDecimals = DecimalText.MostDecimals - Shift;

    public override string Key => "percent";

    public override ValueKind ValueKind => ValueKind.Number;

    public override FieldComponents Components { get; } = new(typeof(PercentEditor), typeof(PercentCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(PercentSettings settings)
        => new FieldShape.Column(new(StorageKind.Number, Precision: DecimalText.MostDigits, Scale: settings.Decimals + Shift));

    public override void CheckSettings(PercentSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Decimals is < 0 or > MostDecimals)
        {
            diagnostics.Add(FieldDiagnostics.DecimalsOutOfRange($"{path}.decimals", MostDecimals));
        }

        if (settings.Minimum > settings.Maximum)
        {
            diagnostics.Add(FieldDiagnostics.RangeReversed($"{path}.minimum"));
        }
    }

    public override Value Read(InputValue input, PercentSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (input.Content is not string text)
        {
            return DecimalText.Read(input, settings.Decimals + Shift, path, diagnostics);
        }

        var problems = new DiagnosticBag();
        var shown = DecimalText.Read(input, PlainText.ToHalfWidth(text).TrimEnd('%', '\u066a').TrimEnd(), settings.Decimals, path, problems);
        if (problems.HasErrors)
        {
            diagnostics.AddRange(problems.Items.Select(problem => problem.Code == "field.number.too-long" ? problem : FieldDiagnostics.PercentUnreadable(path, input)));
        }

        return shown.IsBlank ? shown : Value.Of(shown.AsNumber() / 100);
    }

    public override void Check(Value value, PercentSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (value.AsNumber() < settings.Minimum)
        {
            diagnostics.Add(FieldDiagnostics.PercentTooSmall(path, Write(settings.Minimum.Value, settings)));
        }

        if (value.AsNumber() > settings.Maximum)
        {
            diagnostics.Add(FieldDiagnostics.PercentTooLarge(path, Write(settings.Maximum.Value, settings)));
        }
    }

    public override string Format(Value value, PercentSettings settings, CultureInfo culture) => value.IsBlank ? "" : Write(value.AsNumber(), settings);

    /// <summary>With its sign: a bare 0.15 in a .csv would be read as 0.15%.</summary>
    public override InputValue Export(Value value, PercentSettings settings, CultureInfo culture) => InputValue.Of(Format(value, settings, culture));

    private static string Write(decimal fraction, PercentSettings settings) => DecimalText.Format(fraction * 100, settings.Decimals) + "%";
}
