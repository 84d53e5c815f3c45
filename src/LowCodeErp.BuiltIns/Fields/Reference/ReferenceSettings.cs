using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.Fields.Reference;

public sealed record ReferenceSettings
{
    /// <summary>Key of the form that is referred to.</summary>
    [FormKey]
    public string Form { get; init; } = "";
}
