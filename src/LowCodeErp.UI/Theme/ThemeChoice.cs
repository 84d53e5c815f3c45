namespace LowCodeErp.UI.Theme;

/// <summary>What a person has chosen; <see cref="Auto"/> follows the device.</summary>
public enum ThemeChoice
{
    Auto,
    Light,
    Dark,
}
