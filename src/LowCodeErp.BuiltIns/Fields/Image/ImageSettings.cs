using LowCodeErp.Metadata.Settings;
using LowCodeErp.Runtime.Files;

namespace LowCodeErp.BuiltIns.Fields.Image;

public sealed record ImageSettings
{
    /// <summary>The most pictures; null for no limit of one's own.</summary>
    public int? Maximum { get; init; }

    /// <summary>The largest size of a file.</summary>
    [Group(SettingsGroup.Advanced)]
    public int MaximumMegabytes { get; init; } = FileRule.DefaultMegabytes;

    /// <summary>The most pixels of a picture, in millions.</summary>
    [Group(SettingsGroup.Advanced)]
    public int MaximumMegapixels { get; init; } = 100;
}
