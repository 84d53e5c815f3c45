using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.BuiltIns.FlowNodes.Approval;

/// <summary>People approve or reject.</summary>
public sealed class ApprovalNode : FlowNode<ApprovalSettings>
{
    public override string Key => "approval";

    public override bool AsksPeople => true;

    public override bool CanWait(ApprovalSettings settings) => true;

    public override IReadOnlyList<string> GetOutcomes(ApprovalSettings settings) => [SeatOutcomes.Approved, SeatOutcomes.Rejected];

    public override void CheckSettings(ApprovalSettings settings, string path, DiagnosticBag diagnostics)
    {
        TaskCheck.Check(settings, path, diagnostics);
        if (settings.Assignees.Count == 0)
        {
            diagnostics.Add(FlowNodeDiagnostics.NoAssignees($"{path}.assignees"));
        }

        if (settings.Threshold is { } threshold)
        {
            TaskCheck.Check(threshold, $"{path}.threshold", diagnostics);
        }
        else if (settings.Mode == SeatMode.Vote)
        {
            diagnostics.Add(FlowNodeDiagnostics.NeedsOther($"{path}.mode", "threshold"));
        }

        if (settings is { OnReject: RejectionPolicy.Block, RejectTo: null })
        {
            diagnostics.Add(FlowNodeDiagnostics.NeedsOther($"{path}.onReject", "rejectTo"));
        }
    }

    public override NodeStep Enter(NodeContext context, ApprovalSettings settings) => new NodeStep.Staff(settings);
}
