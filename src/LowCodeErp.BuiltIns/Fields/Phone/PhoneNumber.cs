using System.Text.RegularExpressions;

namespace LowCodeErp.BuiltIns.Fields.Phone;

/// <summary>
/// A telephone number, as in mainland China where no country is named: <c>13800138000</c>, <c>010-62345678</c>, <c>400-800-8820</c>,
/// <c>62345678</c>, <c>95588</c>; with a country <c>+14155552671</c>. An extension stands behind a dash.
/// </summary>
/// <param name="Main">Without the extension, in its one notation.</param>
/// <param name="Extension">Blank without one.</param>
internal sealed partial record PhoneNumber(string Main, string Extension)
{
    private const int DigitsOfMobile = 11;
    private const int LeastDigitsMeantAsMobile = 9;

    public bool IsMobile => Extension.Length == 0 && Mobile().IsMatch(Main);

    /// <summary>A comma makes the telephone wait before it dials the extension.</summary>
    public string Address => $"tel:{Main.Replace("-", "", StringComparison.Ordinal)}{(Extension.Length == 0 ? "" : "," + Extension)}";

    public override string ToString() => Extension.Length == 0 ? Main : $"{Main}-{Extension}";

    /// <param name="text">In half-width characters.</param>
    public static PhoneNumber? Parse(string text)
    {
        text = Dashes().Replace(text, "-");
        if (!Characters().IsMatch(text))
        {
            return null;
        }

        return Read(text) is { } main ? new(main, "")
            : WithExtension().Match(text) is { Success: true } match && Read(match.Groups["main"].Value) is { } extended ? new(extended, match.Groups["extension"].Value)
            : null;
    }

    /// <summary>How many digits a number has that begins like a mobile but is too short or too long; null when it does not.</summary>
    public static int? CountMobileDigits(string text)
        => Compact(text) is var digits && digits.Length >= LeastDigitsMeantAsMobile && digits.Length != DigitsOfMobile && MobileStart().IsMatch(digits) ? digits.Length : null;

    private static string? Read(string text)
    {
        var digits = Compact(text);
        if (digits.StartsWith('+'))
        {
            return International().IsMatch(digits) ? digits : null;
        }

        return Mobile().IsMatch(digits) || Local().IsMatch(digits) || Short().IsMatch(digits) ? digits
            : Landline().Match(digits) is { Success: true } landline ? $"{landline.Groups["area"].Value}-{landline.Groups["number"].Value}"
            : ServiceLine().IsMatch(digits) ? $"{digits[..3]}-{digits[3..6]}-{digits[6..]}"
            : null;
    }

    /// <summary>Digits alone; a country other than China keeps its plus, China is left out and the zero of its areas put back.</summary>
    private static string Compact(string text)
    {
        var digits = Separators().Replace(text, "");
        digits = digits.StartsWith("00", StringComparison.Ordinal) ? "+" + digits[2..] : digits;
        if (!digits.StartsWith("+86", StringComparison.Ordinal))
        {
            return digits;
        }

        var national = digits[3..];
        return national.StartsWith('1') && national.Length == DigitsOfMobile || national.StartsWith('0') || national.StartsWith("400", StringComparison.Ordinal) ? national : "0" + national;
    }

    [GeneratedRegex("[\u2010-\u2015]")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"^\+?[0-9(][0-9 ().\-]*(?: ?(?:转|分机|分机号|ext\.?|x|#) ?[0-9]{1,6})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Characters();

    [GeneratedRegex(@"[ ().\-]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?<main>.*?[0-9)]) ?(?:-|转|分机号?|ext\.?|x|#) ?(?<extension>[0-9]{1,6})$", RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex WithExtension();

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex Mobile();

    [GeneratedRegex("^1[3-9][0-9]+$")]
    private static partial Regex MobileStart();

    [GeneratedRegex("^(?:(?<area>010|02[0-9])(?<number>[2-9][0-9]{7})|(?<area>0[3-9][0-9]{2})(?<number>[2-9][0-9]{6,7}))$")]
    private static partial Regex Landline();

    [GeneratedRegex("^[48]00[0-9]{7}$")]
    private static partial Regex ServiceLine();

    [GeneratedRegex("^[2-9][0-9]{6,7}$")]
    private static partial Regex Local();

    [GeneratedRegex("^(?:11[0-9]|12[0-2]|1[0-2][0-9]{3}|9[56][0-9]{3,4})$")]
    private static partial Regex Short();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$")]
    private static partial Regex International();
}
