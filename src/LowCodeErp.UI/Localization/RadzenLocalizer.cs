using System.Globalization;
using System.Resources;
using Radzen;

namespace LowCodeErp.UI.Localization;

/// <summary>
/// Gives Radzen's controls their Chinese texts, which the package does not bring. English stays Radzen's own: a null answer
/// makes it fall back. When the package is updated, a test lists the keys that are new.
/// </summary>
public sealed class RadzenLocalizer : ILocalizer
{
    private static readonly ResourceManager Texts = new(typeof(RadzenLocalizer));

    public string? Get(string key, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "zh" ? Texts.GetString(key, CultureInfo.InvariantCulture) : null;
    }
}
