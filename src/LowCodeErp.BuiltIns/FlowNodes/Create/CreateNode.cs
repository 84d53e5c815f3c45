using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.BuiltIns.FlowNodes.Create;

/// <summary>Creates a record, through the same checks as one that a person enters.</summary>
public sealed class CreateNode : FlowNode<CreateSettings>
{
    public override string Key => "create";

    public override void CheckSettings(CreateSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Form is null)
        {
            diagnostics.Add(FlowNodeDiagnostics.Missing($"{path}.form"));
        }
    }

    public override NodeStep Enter(NodeContext context, CreateSettings settings)
        => new NodeStep.Ask(new FlowQuestion.CreateRecord(settings.Form!, context.FindAll("values"), settings.Lines));
}
