using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Barcode;

/// <summary>A text that machines read; what the symbology cannot draw is refused.</summary>
public sealed class BarcodeField : FieldType<BarcodeSettings>
{
    /// <summary>Longer bars no hand scanner takes in at once; a QR code holds more, but becomes too fine to print small.</summary>
    private const int LongestBarcode = 48;

    private const int LongestQrCode = 500;

    public override string Key => "barcode";

    public override ValueKind ValueKind => ValueKind.Text;

    public override bool CanBeSensitive => true;

    public override FieldComponents Components { get; } = new(typeof(BarcodeEditor), typeof(BarcodeCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(BarcodeSettings settings) => new FieldShape.Column(new(StorageKind.Text, Length: LongestIn(settings)));

    public override Value Read(InputValue input, BarcodeSettings settings, string path, DiagnosticBag diagnostics)
    {
        var text = settings.Symbology == Symbology.Qr ? PlainText.Read(input) : PlainText.ToHalfWidth(PlainText.Read(input));
        return Value.Of(settings.Symbology == Symbology.Ean13 ? text.Replace(" ", "", StringComparison.Ordinal) : text);
    }

    public override void Check(Value value, BarcodeSettings settings, string path, DiagnosticBag diagnostics)
    {
        var text = value.AsText()!;
        if (settings.Symbology == Symbology.Ean13)
        {
            CheckArticleNumber(text, path, diagnostics);
        }
        else if (text.Length > LongestIn(settings))
        {
            diagnostics.Add(FieldDiagnostics.TextTooLong(path, text.Length, LongestIn(settings)));
        }
        else if (settings.Symbology == Symbology.Code128 && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') is >= 0 and var index)
        {
            diagnostics.Add(FieldDiagnostics.BarcodeHasOtherCharacter(path, index + 1));
        }
    }

    public override string Format(Value value, BarcodeSettings settings, CultureInfo culture) => value.AsText() ?? "";

    private static int LongestIn(BarcodeSettings settings) => settings.Symbology switch
    {
        Symbology.Ean13 => ArticleNumber.Length,
        Symbology.Qr => LongestQrCode,
        _ => LongestBarcode,
    };

    private static void CheckArticleNumber(string text, string path, DiagnosticBag diagnostics)
    {
        if (text.Length != ArticleNumber.Length || !text.All(char.IsAsciiDigit))
        {
            diagnostics.Add(FieldDiagnostics.ArticleNumberUnreadable(path, InputValue.Of(text)));
        }
        else if (ArticleNumber.ExpectedCheck(text) is var expected && expected != text[^1])
        {
            diagnostics.Add(FieldDiagnostics.ArticleNumberDoesNotCheck(path, expected));
        }
    }
}
