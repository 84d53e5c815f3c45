using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.BuiltIns.FlowNodes.Handle;

/// <summary>办理: people do something and say that it is done; nobody rejects (rule 9).</summary>
public sealed class HandleNode : FlowNode<HandleSettings>
{
    public override string Key => "handle";

    public override bool AsksPeople => true;

    public override bool CanWait(HandleSettings settings) => true;

    public override IReadOnlyList<string> GetOutcomes(HandleSettings settings) => [SeatOutcomes.Completed];

    public override void CheckSettings(HandleSettings settings, string path, DiagnosticBag diagnostics)
    {
        TaskCheck.Check(settings, path, diagnostics);
        if (settings.Mode == SeatMode.Vote)
        {
            diagnostics.Add(FlowNodeDiagnostics.VotesNeedApproval($"{path}.mode"));
        }
    }

    public override NodeStep Enter(NodeContext context, HandleSettings settings) => new NodeStep.Staff(settings);
}
