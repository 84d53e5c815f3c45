using LowCodeErp.Core.Naming;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FlowDesigner.Shapes;

namespace LowCodeErp.Studio.FlowDesigner.Edits;

/// <summary>Removes a branch with all that stands in it. A branching keeps two, and the one that is taken where no other is.</summary>
/// <param name="What">The branch, for people.</param>
public sealed record RemoveBranch(string Flow, string Block, string Branch, LocalizedText What) : IEdit
{
    private const int Fewest = 2;

    public LocalizedText Name => EditWords.Of("删除分支", "remove branch", What);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeFlow(Flow, flow =>
        {
            if (!flow.Blocks.TryGetValue(Block, out var block) || block.Branches.Count <= Fewest || block.Branches.FirstOrDefault(branch => branch.Key == Branch) is not { } removed
                || (block.HasDefault() && ReferenceEquals(removed, block.Branches[^1])))
            {
                return flow;
            }

            return flow.Without(removed.Sequence).WithBlock(Block, emptied => emptied with { Branches = [.. emptied.Branches.Where(branch => branch.Key != Branch)] });
        });
    }
}
