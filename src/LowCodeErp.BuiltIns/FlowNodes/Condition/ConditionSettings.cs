using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.FlowNodes.Condition;

public sealed record ConditionSettings
{
    /// <summary>Never missing; blank does not hold.</summary>
    [Formula(ValueKind.Boolean)]
    public string? When { get; init; }

    /// <summary>Said to whoever is refused; null for general words.</summary>
    public LocalizedText? Message { get; init; }
}
