using LowCodeErp.Metadata.Settings;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>The settings of a field of type <c>tier</c>.</summary>
public sealed record TierFieldSettings
{
    /// <summary>Key of a tier model of the field's form.</summary>
    [TierModelKey]
    public required string Model { get; init; }

    public TierAspect Shows { get; init; }
}
