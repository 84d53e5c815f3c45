namespace LowCodeErp.BuiltIns.Fields.Barcode;

public enum Symbology
{
    /// <summary>Bars for letters, digits and signs of ASCII.</summary>
    Code128,

    /// <summary>Bars for the 13 digits of an article number.</summary>
    Ean13,

    /// <summary>Squares for any text.</summary>
    Qr,
}

public sealed record BarcodeSettings
{
    public Symbology Symbology { get; init; }
}
