using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.BuiltIns.FlowNodes.Create;

/// <summary>Creates a record, through the same checks as one that a person enters.</summary>
public sealed class CreateNode : FlowNode<CreateSettings>
{
    public override string Key => "create";

    public override bool HasEffects => true;

    public override FlowRecordChange? ChangeOf(CreateSettings settings) => new(settings.Form, IsNew: true, [.. settings.Values.Keys, .. settings.Lines.Keys]);

    public override void CheckSettings(CreateSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Form is null)
        {
            diagnostics.Add(FlowNodeDiagnostics.Missing($"{path}.form"));
        }

        if (settings is { When: not null, Each: null })
        {
            diagnostics.Add(FlowNodeDiagnostics.NeedsOther($"{path}.when", "each"));
        }
    }

    public override NodeStep Enter(NodeContext context, CreateSettings settings)
        => new NodeStep.Ask(new FlowQuestion.CreateRecord(settings.Form!, context.FindAll("values"), settings.Lines) { Each = settings.Each, When = context.Find("when")?.Formula });
}
