using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FlowDesigner.Shapes;

namespace LowCodeErp.Studio.FlowDesigner.Edits;

/// <summary>Changes what a branch says, except what stands in it: its label, its condition.</summary>
/// <param name="Member">Which part, so that typing on in it is one step.</param>
/// <param name="What">The branch, for people.</param>
public sealed record ChangeBranch(string Flow, string Block, string Branch, string Member, LocalizedText What, Func<FlowBranchDefinition, FlowBranchDefinition> Change) : IEdit
{
    public LocalizedText Name => EditWords.Of("修改分支", "change branch", What);

    public string Thread => $"flow.{Flow}.{Block}.{Branch}.{Member}";

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeFlow(Flow, flow => flow.WithBlock(Block, block =>
        {
            FlowBranchDefinition[] branches = [.. block.Branches.Select(branch => branch.Key == Branch && Changed(branch) is var changed && changed != branch ? changed : branch)];
            return branches.SequenceEqual(block.Branches, ReferenceEqualityComparer.Instance) ? block : block with { Branches = branches };
        }));
    }

    private FlowBranchDefinition Changed(FlowBranchDefinition branch) => Change(branch) with { Key = branch.Key, Sequence = branch.Sequence };
}
