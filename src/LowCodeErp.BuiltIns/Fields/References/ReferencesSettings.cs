using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Fields.References;

public sealed record ReferencesSettings
{
    /// <summary>Key of the form that is referred to.</summary>
    [FormKey]
    public string Form { get; init; } = "";

    /// <summary>The most records that may be chosen; null for no limit of one's own.</summary>
    public int? Maximum { get; init; }
}
