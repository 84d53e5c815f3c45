using LowCodeErp.Core.Naming;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FlowDesigner.Shapes;

namespace LowCodeErp.Studio.FlowDesigner.Edits;

/// <summary>Gives a branch another turn: the first one whose condition holds is taken. The one that is taken where no other is stays last.</summary>
/// <param name="To">Its place among the branches, from 0.</param>
/// <param name="What">The branch, for people.</param>
public sealed record MoveBranch(string Flow, string Block, string Branch, int To, LocalizedText What) : IEdit
{
    public LocalizedText Name => EditWords.Of("移动分支", "move branch", What);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeFlow(Flow, flow => flow.WithBlock(Block, block =>
        {
            var last = block.HasDefault() ? block.Branches.Count - 2 : block.Branches.Count - 1;
            var from = block.Branches.Index().Where(entry => entry.Item.Key == Branch).Select(entry => entry.Index).DefaultIfEmpty(-1).First();
            var to = Math.Clamp(To, 0, Math.Max(0, last));
            if (from < 0 || from > last || to == from)
            {
                return block;
            }

            var others = block.Branches.Where(branch => branch.Key != Branch).ToList();
            others.Insert(to, block.Branches[from]);
            return block with { Branches = others };
        }));
    }
}
