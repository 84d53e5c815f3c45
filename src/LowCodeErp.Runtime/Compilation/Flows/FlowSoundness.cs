using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>What can go wrong with a flow whose parts are all right: steps that ask nobody, blocks that are never reached, circles that never come to rest.</summary>
internal sealed class FlowSoundness(FlowModel model, FlowDraft flow)
{
    /// <summary>Where the formulas of nodes stand that change records.</summary>
    private const string Values = "values.";

    public void Check()
    {
        foreach (var block in model.Trunk.WithAllBelow)
        {
            switch (block)
            {
                case FlowBlock.Leaf { Settings: TaskSettings settings } leaf:
                    new FlowTasks(flow, leaf, settings).Check();
                    break;
                case FlowBlock.Leaf leaf:
                    CheckTargets(leaf);
                    break;
                case FlowBlock.Repetition loop:
                    CheckRest(loop, loop.Body.Sequence.WithAllBelow);
                    break;
            }
        }

        Sequences().ToList().ForEach(CheckReached);
        if (model.Starts.Any(start => start.On == FlowTrigger.Submit) && !model.Trunk.WithAllBelow.OfType<FlowBlock.Leaf>().Any(leaf => leaf.Node.AsksPeople))
        {
            flow.Report(FlowDefinitionDiagnostics.NobodyAsked("sequence"));
        }
    }

    private IEnumerable<FlowSequence> Sequences() => model.Blocks.Values.SelectMany(block => block.Ways.Select(way => way.Sequence)).Prepend(model.Trunk);

    /// <summary>What stands behind a block that is never left forwards; told once.</summary>
    private void CheckReached(FlowSequence sequence)
    {
        var last = sequence.Blocks.FirstOrDefault(block => !Continues(block));
        if (last is not null && last.Place + 1 < sequence.Blocks.Count)
        {
            var next = sequence.Blocks[last.Place + 1];
            flow.Report(FlowDefinitionDiagnostics.NeverReached(FlowTree.PathOf(next.Key), next.Label, last.Label));
        }
    }

    private static bool Continues(FlowBlock block) => block switch
    {
        FlowBlock.Leaf leaf => !leaf.Node.EndsWay(leaf.Settings),
        FlowBlock.Parallel parallel => parallel.Branches.Count(branch => branch.Sequence.Blocks.All(Continues)) >= Math.Min(parallel.Needed, 1),
        FlowBlock.Repetition => true,
        _ => block.Ways.Any(way => way.Sequence.Blocks.All(Continues)),
    };

    /// <summary>Where a step leads that asks nobody: it jumps there.</summary>
    private void CheckTargets(FlowBlock.Leaf leaf)
    {
        var path = FlowTree.PathOf(leaf.Key) + ".settings";
        foreach (var target in leaf.Targets.Select(model.Find).OfType<FlowBlock>())
        {
            if (target == leaf || FlowOrder.Around(leaf).FirstOrDefault(around => around.Within == target.Within) is not { } around)
            {
                flow.Report(FlowDefinitionDiagnostics.TargetOutOfReach(path, leaf.Label, target.Key));
            }
            else if (target.Place <= around.Place)
            {
                CheckRest(leaf, target.Within.Blocks.Skip(target.Place).Take(around.Place - target.Place + 1).SelectMany(FlowOrder.WithAllBelow));
            }
        }
    }

    private void CheckRest(FlowBlock owner, IEnumerable<FlowBlock> repeated)
    {
        FlowBlock.Leaf[] leaves = [.. repeated.OfType<FlowBlock.Leaf>()];
        if (Array.Exists(leaves, leaf => leaf.Node.CanWait(leaf.Settings)))
        {
            return;
        }

        var path = FlowTree.PathOf(owner.Key);
        flow.Report(Array.Exists(leaves, ChangesData) ? FlowDefinitionDiagnostics.NeverRests(path, owner.Label) : FlowDefinitionDiagnostics.Endless(path, owner.Label));
    }

    private static bool ChangesData(FlowBlock.Leaf leaf) => leaf.Formulas.Keys.Any(name => name.StartsWith(Values, StringComparison.Ordinal));
}
