using LowCodeErp.Metadata.Flows.Tasks;

namespace LowCodeErp.BuiltIns.FlowNodes.Cc;

public sealed record CcSettings
{
    /// <summary>At least one; where it finds nobody, nobody gets a copy.</summary>
    public IReadOnlyList<AssigneeRule> Receivers { get; init; } = [];
}
