using LowCodeErp.Metadata.Settings;
using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.BuiltIns.Layout.Field;

public sealed record FieldSettings
{
    /// <summary>Key of a field or sub-table of the form.</summary>
    [FieldKey]
    [OnCanvas]
    public string Field { get; init; } = "";

    /// <summary>How much of the row it takes.</summary>
    [Group(SettingsGroup.Appearance)]
    public FieldWidth Width { get; init; }
}
