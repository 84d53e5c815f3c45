using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Text;

public sealed partial class TextField : FieldType<TextSettings>
{
    /// <summary>The longest text column that every database can compare and index in part.</summary>
    private const int LongestText = 4000;

    public override string Key => "text";

    public override ValueKind ValueKind => ValueKind.Text;

    public override bool CanBeSensitive => true;

    public override FieldComponents Components { get; } = new(typeof(TextEditor), typeof(TextCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(TextSettings settings)
        => new FieldShape.Column(new(StorageKind.Text, Length: settings.MaximumLength));

    public override void CheckSettings(TextSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.MaximumLength is < 1 or > LongestText)
        {
            diagnostics.Add(FieldDiagnostics.MaximumLengthOutOfRange($"{path}.maximumLength", LongestText));
        }
    }

    public override Value Read(InputValue input, TextSettings settings, string path, DiagnosticBag diagnostics)
        => Value.Of(PlainText.Read(input, settings.Multiline));

    public override void Check(Value value, TextSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (value.AsText()!.Length > settings.MaximumLength)
        {
            diagnostics.Add(FieldDiagnostics.TextTooLong(path, value.AsText()!.Length, settings.MaximumLength));
        }
    }

    public override string Format(Value value, TextSettings settings, CultureInfo culture) => value.AsText() ?? "";

    /// <summary>Numbers of accounts and identity cards keep both ends, anything else its first character.</summary>
    public override string Mask(Value value, TextSettings settings)
    {
        var text = value.AsText()!;
        return LongNumber().IsMatch(text) ? FieldMask.Ends(text, 4, 4) : FieldMask.First(text);
    }

    [GeneratedRegex("^[0-9][0-9 -]{10,}[0-9Xx]$")]
    private static partial Regex LongNumber();
}
