using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Division;

/// <summary>A place of one level; its code is stored, its name is shown. An address consists of several.</summary>
public sealed class DivisionField : FieldType<DivisionSettings>
{
    private const int LongestCode = 9;

    public override string Key => "division";

    public override ValueKind ValueKind => ValueKind.Text;

    public override FieldComponents Components { get; } = new(typeof(DivisionEditor), typeof(DivisionCell));

    public override FieldShape GetShape(DivisionSettings settings) => new FieldShape.Column(new(StorageKind.Text, Length: LongestCode));

    /// <summary>Only the provinces are few enough for a list.</summary>
    public override IReadOnlyList<FieldOption>? GetOptions(DivisionSettings settings)
        => settings.Level == DivisionLevel.Province ? [.. Divisions.Provinces.Select(place => new FieldOption(place.Code, new(place.Name)))] : null;

    public override IReadOnlyList<Value>? FindByText(string text, DivisionSettings settings)
        => [.. Divisions.Search(text, settings.Level).Where(place => place.Level == settings.Level).Select(place => Value.Of(place.Code))];

    public override Value Read(InputValue input, DivisionSettings settings, string path, DiagnosticBag diagnostics)
    {
        var text = PlainText.Read(input);
        if (text.Length == 0)
        {
            return Value.Blank(ValueKind.Text);
        }

        if (Divisions.Find(text, settings.Level, owner: null) is { } place)
        {
            return Value.Of(place.Code);
        }

        diagnostics.Add(FieldDiagnostics.DivisionUnknown(path, input));
        return Value.Blank(ValueKind.Text);
    }

    /// <summary>The name; the bare code of a place that is none any more.</summary>
    public override string Format(Value value, DivisionSettings settings, CultureInfo culture)
        => value.AsText() is not { } code ? "" : Divisions.Find(code)?.Name ?? code;
}
