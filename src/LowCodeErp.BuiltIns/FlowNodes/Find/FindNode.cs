using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.BuiltIns.FlowNodes.Find;

/// <summary>Looks for records of a form.</summary>
public sealed class FindNode : FlowNode<FindSettings>
{
    public override string Key => "find";

    public const string Found = "found";

    public const string None = "none";

    public override IReadOnlyList<string> GetOutcomes(FindSettings settings) => settings.Required ? [Found] : [Found, None];

    public override void CheckSettings(FindSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Form is null)
        {
            diagnostics.Add(FlowNodeDiagnostics.Missing($"{path}.form"));
        }
    }

    public override NodeStep Enter(NodeContext context, FindSettings settings)
        => new NodeStep.Ask(new FlowQuestion.FindRecords(settings.Form!, context.Find("when")?.Formula, 1));

    public override NodeStep Proceed(NodeContext context, FindSettings settings, NodeEvent happened)
        => NodeAnswers.Ids(happened).Count > 0 ? new NodeStep.Leave(Found)
            : settings.Required ? new NodeStep.Fault(FlowNodeDiagnostics.NothingFound(context.Block.Key, settings.Form!))
            : new NodeStep.Leave(None);
}
