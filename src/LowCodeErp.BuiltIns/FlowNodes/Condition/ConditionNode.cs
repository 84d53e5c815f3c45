using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.BuiltIns.FlowNodes.Condition;

/// <summary>业务校验: what somebody did is refused as a whole unless a condition holds; his task stays open (rule 54).</summary>
public sealed class ConditionNode : FlowNode<ConditionSettings>
{
    public override string Key => "condition";

    public override void CheckSettings(ConditionSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (string.IsNullOrWhiteSpace(settings.When))
        {
            diagnostics.Add(FlowNodeDiagnostics.Missing($"{path}.when"));
        }
    }

    public override NodeStep Enter(NodeContext context, ConditionSettings settings) => new NodeStep.Ask(new FlowQuestion.Evaluate([context.Find("when")!]));

    public override NodeStep Proceed(NodeContext context, ConditionSettings settings, NodeEvent happened)
        => NodeAnswers.One(happened).Holds ? new NodeStep.Leave(Done) : new NodeStep.Refuse(FlowNodeDiagnostics.ConditionFailed(context.Block.Key, settings.Message));
}
