using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Fields.MultiLine;

public sealed record MultiLineSettings
{
    /// <summary>In characters, from 1 to 20,000.</summary>
    public int MaximumLength { get; init; } = 2000;

    /// <summary>How many rows the box shows, from 2 to 30; it scrolls beyond.</summary>
    [Group(SettingsGroup.Appearance)]
    public int Rows { get; init; } = 4;
}
