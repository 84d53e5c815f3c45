namespace LowCodeErp.Metadata.Settings;

/// <summary>Where those who design look for a setting.</summary>
public enum SettingsGroup
{
    /// <summary>What the field or item is.</summary>
    Basic,

    /// <summary>How it looks; what it holds stays the same.</summary>
    Appearance,

    /// <summary>What hardly anybody changes.</summary>
    Advanced,
}
