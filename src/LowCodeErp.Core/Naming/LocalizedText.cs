using System.Globalization;

namespace LowCodeErp.Core.Naming;

/// <summary>
/// A text that people read, in the product's two languages. Chinese comes first: it is what is shown
/// when a text has no English.
/// </summary>
public sealed record LocalizedText(string Chinese, string? English = null)
{
    public static LocalizedText Empty { get; } = new("");

    public bool IsEmpty => Chinese.Length == 0 && string.IsNullOrEmpty(English);

    /// <summary>The text in the culture's language, else in the other one.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var wantsChinese = culture.TwoLetterISOLanguageName == "zh" || culture.Equals(CultureInfo.InvariantCulture);
        return wantsChinese && Chinese.Length > 0 ? Chinese : string.IsNullOrEmpty(English) ? Chinese : English;
    }

    /// <summary>The text in the language of the current user interface.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
