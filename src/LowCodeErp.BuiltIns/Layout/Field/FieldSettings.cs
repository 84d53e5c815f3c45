using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Layout.Field;

public sealed record FieldSettings
{
    /// <summary>Key of a field or sub-table of the form.</summary>
    [FieldKey]
    public string Field { get; init; } = "";
}
