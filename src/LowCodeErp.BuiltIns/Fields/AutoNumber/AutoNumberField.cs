using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.AutoNumber;

/// <summary>A code that the engine fills when it is left blank; a code that is given (an old one, imported) is kept.</summary>
public sealed class AutoNumberField : FieldType<AutoNumberSettings>
{
    private const int LongestNumber = 50;

    /// <summary>Leaves room for a counter that outgrows its digits.</summary>
    private const int LongestPattern = 40;

    public override string Key => "auto-number";

    public override ValueKind ValueKind => ValueKind.Text;

    public override FieldComponents Components { get; } = new(typeof(AutoNumberEditor), typeof(AutoNumberCell));

    public override FieldShape GetShape(AutoNumberSettings settings) => new FieldShape.Column(new(StorageKind.Text, Length: LongestNumber));

    public override Numbering GetNumbering(AutoNumberSettings settings)
    {
        var pattern = NumberPattern.Parse(settings.Pattern);
        return new(pattern.Period, pattern.Format);
    }

    public override void CheckSettings(AutoNumberSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Pattern.Length > LongestPattern)
        {
            diagnostics.Add(FieldDiagnostics.PatternTooLong($"{path}.pattern", LongestPattern));
        }

        NumberPattern.Parse(settings.Pattern).Check($"{path}.pattern", diagnostics);
    }

    public override Value Read(InputValue input, AutoNumberSettings settings, string path, DiagnosticBag diagnostics)
        => Value.Of(PlainText.Read(input));

    public override void Check(Value value, AutoNumberSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (value.AsText()!.Length > LongestNumber)
        {
            diagnostics.Add(FieldDiagnostics.TextTooLong(path, value.AsText()!.Length, LongestNumber));
        }
    }

    public override string Format(Value value, AutoNumberSettings settings, CultureInfo culture) => value.AsText() ?? "";
}
