using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Flows.Model;

/// <summary>One way in which instances begin.</summary>
/// <param name="When">Null: always.</param>
/// <param name="Fields">Fields one of which must have changed; none: any.</param>
/// <param name="Schedule">Cron expression, in the workspace's time zone.</param>
public sealed record FlowStart(FlowTrigger On, string? Key, LocalizedText? Label, CompiledFormula? When, IReadOnlyList<FieldModel> Fields, string? Schedule)
{
    /// <summary>Whether the condition looks at records of other forms: then the database answers it, once the record is stored.</summary>
    public bool LooksAcross { get; init; }
}
