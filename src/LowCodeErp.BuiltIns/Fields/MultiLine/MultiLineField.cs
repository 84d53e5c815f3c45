using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.MultiLine;

/// <summary>Several lines of text, which keep their breaks.</summary>
public sealed class MultiLineField : FieldType<MultiLineSettings>
{
    private const int LongestText = 20_000;
    private const int FewestRows = 2;
    private const int MostRows = 30;

    public override string Key => "multi-line";

    public override ValueKind ValueKind => ValueKind.Text;

    public override bool CanBeSensitive => true;

    public override FieldComponents Components { get; } = new(typeof(MultiLineEditor), typeof(MultiLineCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(MultiLineSettings settings)
        => new FieldShape.Column(new(StorageKind.Text, Length: settings.MaximumLength));

    public override void CheckSettings(MultiLineSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.MaximumLength is < 1 or > LongestText)
        {
            diagnostics.Add(FieldDiagnostics.MaximumLengthOutOfRange($"{path}.maximumLength", LongestText));
        }

        if (settings.Rows is < FewestRows or > MostRows)
        {
            diagnostics.Add(FieldDiagnostics.RowsOutOfRange($"{path}.rows", FewestRows, MostRows));
        }
    }

    public override Value Read(InputValue input, MultiLineSettings settings, string path, DiagnosticBag diagnostics)
        => Value.Of(PlainText.Read(input, isMultiline: true));

    public override void Check(Value value, MultiLineSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (value.AsText()!.Length > settings.MaximumLength)
        {
            diagnostics.Add(FieldDiagnostics.TextTooLong(path, value.AsText()!.Length, settings.MaximumLength));
        }
    }

    public override string Format(Value value, MultiLineSettings settings, CultureInfo culture) => value.AsText() ?? "";
}
