namespace LowCodeErp.UI.Theme;

/// <summary>
/// The choice of scheme travels in a cookie that theme.js writes. The server reads it while rendering the page, so the first
/// paint already has the right colours.
/// </summary>
public static class ThemeCookie
{
    public const string Name = "lowcode-theme";

    /// <summary>Anything unknown follows the device.</summary>
    public static ThemeChoice Read(string? cookie) => cookie switch
    {
        "light" => ThemeChoice.Light,
        "dark" => ThemeChoice.Dark,
        _ => ThemeChoice.Auto,
    };

    /// <summary>The value of the cookie and of the <c>data-theme</c> attribute of the page.</summary>
    public static string Write(ThemeChoice choice) => choice switch
    {
        ThemeChoice.Light => "light",
        ThemeChoice.Dark => "dark",
        _ => "auto",
    };
}
