using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Colour;

public sealed class ColourField : FieldType<ColourSettings>
{
    private const int LengthOfCode = 7;

    public override string Key => "colour";

    public override ValueKind ValueKind => ValueKind.Text;

    public override FieldComponents Components { get; } = new(typeof(ColourEditor), typeof(ColourCell));

    public override FieldShape GetShape(ColourSettings settings) => new FieldShape.Column(new(StorageKind.Text, Length: LengthOfCode));

    public override void CheckSettings(ColourSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings is { PaletteOnly: true, Palette.Count: 0 })
        {
            diagnostics.Add(FieldDiagnostics.PaletteEmpty($"{path}.palette"));
        }

        foreach (var (index, colour) in settings.Palette.Index().Where(item => ColourText.Parse(item.Item) is null))
        {
            diagnostics.Add(FieldDiagnostics.PaletteColourInvalid($"{path}.palette[{index}]", colour));
        }
    }

    public override Value Read(InputValue input, ColourSettings settings, string path, DiagnosticBag diagnostics)
    {
        var text = PlainText.ToHalfWidth(PlainText.Read(input));
        var colour = ColourText.Parse(text);
        if (colour is null && text.Length > 0)
        {
            diagnostics.Add(FieldDiagnostics.ColourUnreadable(path, input));
        }

        return Value.Of(colour);
    }

    public override void Check(Value value, ColourSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.PaletteOnly && !settings.Colours.Contains(value.AsText()!))
        {
            diagnostics.Add(FieldDiagnostics.ColourNotInPalette(path, value.AsText()!, settings.Colours));
        }
    }

    public override string Format(Value value, ColourSettings settings, CultureInfo culture) => value.AsText() ?? "";
}
