using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.BuiltIns.FlowNodes.Cc;

/// <summary>Copies for people; nothing waits for them (rule 21).</summary>
public sealed class CcNode : FlowNode<CcSettings>
{
    public override string Key => "cc";

    public override void CheckSettings(CcSettings settings, string path, DiagnosticBag diagnostics)
    {
        TaskCheck.CheckRules(settings.Receivers, $"{path}.receivers", diagnostics);
        if (settings.Receivers.Count == 0)
        {
            diagnostics.Add(FlowNodeDiagnostics.NoAssignees($"{path}.receivers"));
        }
    }

    public override NodeStep Enter(NodeContext context, CcSettings settings) => new NodeStep.Copy(settings.Receivers);
}
