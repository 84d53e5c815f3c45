using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.BuiltIns.FlowNodes.Script;

/// <summary>Runs a script in a process of its own, after the command was stored (rule 53).</summary>
public sealed class ScriptNode : FlowNode<ScriptSettings>
{
    public override string Key => "script";

    public override bool HasEffects => true;

    public override bool CanWait(ScriptSettings settings) => true;

    public override void CheckSettings(ScriptSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (string.IsNullOrWhiteSpace(settings.Text))
        {
            diagnostics.Add(FlowNodeDiagnostics.Missing($"{path}.text"));
        }
    }

    public override NodeStep Enter(NodeContext context, ScriptSettings settings)
        => context.FindAll("values") is { Count: > 0 } values ? new NodeStep.Ask(new FlowQuestion.Evaluate(values)) : Run(context, settings, []);

    public override NodeStep Proceed(NodeContext context, ScriptSettings settings, NodeEvent happened)
        => happened is NodeEvent.Answered ? Run(context, settings, NodeAnswers.All(happened)) : new NodeStep.Leave(Done);

    private static NodeStep.WaitFor Run(NodeContext context, ScriptSettings settings, IReadOnlyList<FlowOutcome> values)
        => new(new WaitReason.Job("script", NodePayload.Write(context.FindAll("values"), values, ("script", settings.Text!))));
}
