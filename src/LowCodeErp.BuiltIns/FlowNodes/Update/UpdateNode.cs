using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.BuiltIns.FlowNodes.Update;

/// <summary>Changes the record of the flow or others, through the same checks as a person does.</summary>
public sealed class UpdateNode : FlowNode<UpdateSettings>
{
    public override string Key => "update";

    public override bool HasEffects => true;

    public override FlowRecordChange? ChangeOf(UpdateSettings settings) => new(settings.Form, IsNew: false, [.. settings.Values.Keys]);

    public override void CheckSettings(UpdateSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Values.Count == 0)
        {
            diagnostics.Add(FlowNodeDiagnostics.Missing($"{path}.values"));
        }
    }

    public override NodeStep Enter(NodeContext context, UpdateSettings settings)
        => new NodeStep.Ask(new FlowQuestion.UpdateRecords(settings.Form, context.Find("when")?.Formula, context.FindAll("values")));
}
