using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;

namespace LowCodeErp.BuiltIns.Fields;

/// <summary>
/// Numbers as people write them: <c>1,234.5</c>, full-width digits, and <c>(5)</c> for -5 as in accounts. The notation does
/// not depend on the user's language, so that a file reads the same for everyone. Digits beyond the scale are rounded half
/// away from zero, because spreadsheets hand in 0.30000000000000004 for 0.3.
/// </summary>
internal static partial class DecimalText
{
    public const int MostDecimals = 10;

    /// <summary>What SQLite's REAL holds exactly.</summary>
    public const int MostDigits = 15;

    private static readonly SearchValues<char> _plainCharacters = SearchValues.Create("0123456789.-");

    public static Value Read(InputValue input, int decimals, string path, DiagnosticBag diagnostics)
        => Read(input, input.Content is string text ? PlainText.ToHalfWidth(text) : null, decimals, path, diagnostics);

    /// <param name="input">As it was handed in, for messages.</param>
    /// <param name="text">In half-width characters; null when the input is no text.</param>
    public static Value Read(InputValue input, string? text, int decimals, string path, DiagnosticBag diagnostics)
    {
        switch (input.Content)
        {
            case null or string when string.IsNullOrEmpty(text):
                return Value.Blank(ValueKind.Number);
            case decimal number:
                return Fit(number, decimals, path, diagnostics);
            case string when TryReadPlain(text!, out var plain):
                return Fit(plain, decimals, path, diagnostics);
            case string when Notation().Match(text!) is { Success: true } match:
                return Parse(match, decimals, path, diagnostics);
            case string when text!.EndsWith('%'):
                diagnostics.Add(FieldDiagnostics.NumberIsPercentage(path, input));
                return Value.Blank(ValueKind.Number);
            default:
                diagnostics.Add(FieldDiagnostics.NumberUnreadable(path, input));
                return Value.Blank(ValueKind.Number);
        }
    }

    public static void CheckRange(Value value, decimal? minimum, decimal? maximum, string path, DiagnosticBag diagnostics)
    {
        if (value.AsNumber() < minimum)
        {
            diagnostics.Add(FieldDiagnostics.NumberTooSmall(path, minimum.Value));
        }

        if (value.AsNumber() > maximum)
        {
            diagnostics.Add(FieldDiagnostics.NumberTooLarge(path, maximum.Value));
        }
    }

    public static void CheckSettings(int decimals, decimal? minimum, decimal? maximum, string path, DiagnosticBag diagnostics)
    {
        if (decimals is < 0 or > MostDecimals)
        {
            diagnostics.Add(FieldDiagnostics.DecimalsOutOfRange($"{path}.decimals", MostDecimals));
        }

        if (minimum > maximum)
        {
            diagnostics.Add(FieldDiagnostics.RangeReversed($"{path}.minimum"));
        }
    }

    /// <summary>With thousands separators and as many decimals as the scale says: <c>1,234.50</c>.</summary>
    public static string Format(decimal number, int decimals) => number.ToString($"N{decimals}", CultureInfo.InvariantCulture);

    /// <summary>Nearly every number of a file is written like this, and an import reads millions: 1234.5 or -1234.5 needs no pattern.</summary>
    private static bool TryReadPlain(string text, out decimal number)
    {
        number = 0;
        return !text.AsSpan().ContainsAnyExcept(_plainCharacters)
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    private static Value Parse(Match match, int decimals, string path, DiagnosticBag diagnostics)
    {
        var digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return TooLong(decimals, path, diagnostics);
        }

        return Fit(match.Groups["negative"].Success ? -number : number, decimals, path, diagnostics);
    }

    private static Value Fit(decimal number, int decimals, string path, DiagnosticBag diagnostics)
    {
        var rounded = Math.Round(number, decimals, MidpointRounding.AwayFromZero);
        var limit = (decimal)Math.Pow(10, MostDigits - decimals);
        return Math.Abs(rounded) < limit ? Value.Of(rounded == 0 ? 0 : rounded) : TooLong(decimals, path, diagnostics);
    }

    private static Value TooLong(int decimals, string path, DiagnosticBag diagnostics)
    {
        diagnostics.Add(FieldDiagnostics.NumberTooLong(path, MostDigits - decimals, decimals));
        return Value.Blank(ValueKind.Number);
    }

    // Separators only where they belong: "1,23" may be a decimal comma and must not become 123.
    [GeneratedRegex(@"^(?:\+|(?<negative>-)|(?<negative>(?<open>\()))? ?(?<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+) ?(?(open)\))$")]
    private static partial Regex Notation();
}
