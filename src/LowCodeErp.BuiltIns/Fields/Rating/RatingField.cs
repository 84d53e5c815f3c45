using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Rating;

/// <summary>So many stars; a blank is no rating, there is no zero.</summary>
public sealed class RatingField : FieldType<RatingSettings>
{
    private const int FewestStars = 2;
    private const int MostStars = 10;

    public override string Key => "rating";

    public override ValueKind ValueKind => ValueKind.Number;

    public override FieldComponents Components { get; } = new(typeof(RatingEditor), typeof(RatingCell));

    public override FieldShape GetShape(RatingSettings settings) => new FieldShape.Column(new(StorageKind.Number, Precision: 2, Scale: 0));

    public override void CheckSettings(RatingSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Maximum is < FewestStars or > MostStars)
        {
            diagnostics.Add(FieldDiagnostics.StarsOutOfRange($"{path}.maximum", FewestStars, MostStars));
        }
    }

    public override Value Read(InputValue input, RatingSettings settings, string path, DiagnosticBag diagnostics)
    {
        decimal? stars = input.Content switch
        {
            decimal number => number,
            string text => Parse(PlainText.ToHalfWidth(text)),
            _ => null,
        };
        if (stars is { } read && decimal.IsInteger(read) && read >= 1 && read <= settings.Maximum)
        {
            return Value.Of(decimal.Truncate(read));
        }

        if (!input.IsBlank && !(input.Content is string blank && string.IsNullOrWhiteSpace(blank)))
        {
            diagnostics.Add(FieldDiagnostics.RatingUnreadable(path, input, settings.Maximum));
        }

        return Value.Blank(ValueKind.Number);
    }

    public override string Format(Value value, RatingSettings settings, CultureInfo culture)
        => value.IsBlank ? "" : value.AsNumber().ToString("0", CultureInfo.InvariantCulture);

    /// <summary>Figures, figures with 星 or 分 behind them, or stars drawn one by one (empty ones do not count).</summary>
    private static decimal? Parse(string text)
    {
        if (text.Length is > 0 and <= MostStars && text.All(character => character is '★' or '☆'))
        {
            return text.Count(character => character == '★');
        }

        return decimal.TryParse(text.TrimEnd('星', '分', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
