using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Fields.Text;

public sealed record TextSettings
{
    /// <summary>In characters, from 1 to 4000.</summary>
    public int MaximumLength { get; init; } = 200;

    [Group(SettingsGroup.Appearance)]
    public bool Multiline { get; init; }
}
