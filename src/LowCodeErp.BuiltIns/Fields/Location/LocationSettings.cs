using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Fields.Location;

public sealed record LocationSettings
{
    /// <summary>
    /// Where a link beside the point leads, with <c>{longitude}</c> and <c>{latitude}</c> in it; no link when blank. The map is opened
    /// by whoever clicks, never by the server.
    /// </summary>
    [Group(SettingsGroup.Advanced)]
    public string MapUrl { get; init; } = "";
}
