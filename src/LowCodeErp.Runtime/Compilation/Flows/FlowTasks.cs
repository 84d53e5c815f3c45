using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Compilation.Flows;

/// <summary>What only the whole flow tells of a step that asks people; what its settings say by themselves is the node's matter.</summary>
internal sealed class FlowTasks(FlowDraft flow, FlowBlock.Leaf leaf, TaskSettings settings)
{
    private readonly string _path = FlowTree.PathOf(leaf.Key) + ".settings";

    private LocalizedText Label => leaf.Label;

    public void Check()
    {
        CheckTimeouts();
        if (settings is not ApprovalSettings approval)
        {
            return;
        }

        if (approval.WhenEmpty == EmptyPolicy.Pass)
        {
            flow.Report(FlowTaskDiagnostics.MayPassWithoutAnybody(_path + ".whenEmpty", Label));
        }

        if (approval.RejectTo is { } target && flow.Definition.Blocks.ContainsKey(target) && !FlowOrder.TasksBefore(leaf).Any(before => before.Key == target))
        {
            flow.Report(FlowTaskDiagnostics.RejectToNotBefore(_path + ".rejectTo", Label, target));
        }
    }

    private void CheckTimeouts()
    {
        var isOver = false;
        foreach (var (index, step) in settings.Timeouts.Index())
        {
            var path = $"{_path}.timeouts[{index}]";
            if (isOver)
            {
                flow.Report(FlowTaskDiagnostics.TimeoutNeverReached(path, Label));
            }

            if (settings is HandleSettings && step.Action == TimeoutAction.Reject)
            {
                flow.Report(FlowTaskDiagnostics.TimeoutRejectsHandle(path + ".action", Label));
            }

            isOver |= step.Action is TimeoutAction.Approve or TimeoutAction.Reject or TimeoutAction.Return;
        }
    }
}
