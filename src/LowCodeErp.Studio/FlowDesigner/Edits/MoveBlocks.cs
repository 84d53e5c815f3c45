using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Compilation.Flows;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FlowDesigner.Shapes;

namespace LowCodeErp.Studio.FlowDesigner.Edits;

/// <summary>Moves blocks of a flow, with all inside them, to another place. Nothing goes into itself.</summary>
/// <param name="What">What is moved, for people.</param>
public sealed record MoveBlocks(string Flow, IReadOnlyList<string> Blocks, FlowPlace Place, LocalizedText What) : IEdit
{
    public LocalizedText Name => EditWords.Of("移动", "move", What);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeFlow(Flow, flow =>
        {
            var moved = FlowClip.Of(flow, Blocks).Sequence;
            if (moved.Count == 0 || flow.SequenceAt(Place) is not { } sequence || moved.Any(key => Place.Block is { } block && flow.WithAllInside(key).Contains(block))
                || flow.LevelOf(Place) + moved.Max(key => flow.DepthOf(key)) > FlowTree.MostLevels)
            {
                return flow;
            }

            // The place as it is once they are gone.
            var before = sequence.Take(Place.Index).Count(moved.Contains);
            var arranged = flow.Detached(moved.ToHashSet(StringComparer.Ordinal)).WithInserted(Place.At(Place.Index - before), moved);
            return arranged.SequenceAt(Place)!.SequenceEqual(sequence) ? flow : arranged;
        });
    }
}
