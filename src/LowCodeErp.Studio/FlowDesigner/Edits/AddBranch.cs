using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FlowDesigner.Shapes;

namespace LowCodeErp.Studio.FlowDesigner.Edits;

/// <summary>Adds a branch to a branching: before the one that is taken where no other is, since that stands last. A loop has one body and gets none.</summary>
/// <param name="What">The branching, for people.</param>
public sealed record AddBranch(string Flow, string Block, FlowBranchDefinition Branch, LocalizedText What) : IEdit
{
    public LocalizedText Name => EditWords.Of("添加分支", "add branch", What);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeFlow(Flow, flow => flow.WithBlock(Block, block =>
        {
            if (block.Branches.Count == 0 || block.Type == FlowBlockDefinition.Loop)
            {
                return block;
            }

            var added = Branch with { Key = FlowClip.Free(Branch.Key, block.Branches.Select(branch => branch.Key).ToHashSet(StringComparer.Ordinal)), Sequence = [] };
            var last = block.HasDefault() ? block.Branches.Count - 1 : block.Branches.Count;
            return block with { Branches = [.. block.Branches.Take(last), added, .. block.Branches.Skip(last)] };
        }));
    }
}
