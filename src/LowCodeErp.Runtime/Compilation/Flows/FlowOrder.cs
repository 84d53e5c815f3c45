using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>What comes before what in a flow, whichever way is taken.</summary>
internal static class FlowOrder
{
    /// <summary>The blocks behind which it stands, in its own sequence and those around it, with all within them.</summary>
    public static IEnumerable<FlowBlock> Before(FlowBlock block) => Around(block).SelectMany(at => at.Within.Blocks.Take(at.Place)).SelectMany(WithAllBelow);

    /// <summary>The block itself, and those that it stands in, from the inside out.</summary>
    public static IEnumerable<FlowBlock> Around(FlowBlock block)
    {
        for (FlowBlock? at = block; at is not null; at = at.Within.Owner)
        {
            yield return at;
        }
    }

    public static IEnumerable<FlowBlock> WithAllBelow(FlowBlock block) => block.Ways.SelectMany(way => way.Sequence.WithAllBelow).Prepend(block);

    /// <summary>The steps at which people act.</summary>
    public static IEnumerable<FlowBlock.Leaf> TasksBefore(FlowBlock block) => Before(block).OfType<FlowBlock.Leaf>().Where(leaf => leaf.Settings is TaskSettings);
}
