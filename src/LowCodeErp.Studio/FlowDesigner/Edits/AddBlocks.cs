using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Compilation.Flows;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FlowDesigner.Shapes;

namespace LowCodeErp.Studio.FlowDesigner.Edits;

/// <summary>Puts blocks into a flow: a new one, or what was copied. They get keys that the flow does not have.</summary>
/// <param name="What">What is added, for people.</param>
public sealed record AddBlocks(string Flow, FlowClip Clip, FlowPlace Place, LocalizedText What) : IEdit
{
    public LocalizedText Name => EditWords.Of("添加", "add", What);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeFlow(Flow, flow =>
        {
            if (flow.SequenceAt(Place) is null || Clip.Sequence.Count == 0 || flow.Blocks.Count + Clip.Blocks.Count > FlowTree.MostBlocks)
            {
                return flow;
            }

            var clip = Clip.For(flow);
            var grown = flow with { Blocks = flow.Blocks.Concat(clip.Blocks).ToDictionary(StringComparer.Ordinal) };
            return flow.LevelOf(Place) + clip.Sequence.Max(key => grown.DepthOf(key)) > FlowTree.MostLevels ? flow : grown.WithInserted(Place, clip.Sequence);
        });
    }
}
