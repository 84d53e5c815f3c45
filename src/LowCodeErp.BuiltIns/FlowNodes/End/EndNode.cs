using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.BuiltIns.FlowNodes.End;

/// <summary>Ends the instance, whatever else is open in it (rule 56).</summary>
public sealed class EndNode : FlowNode<EndSettings>
{
    public override string Key => "end";

    public override IReadOnlyList<string> GetOutcomes(EndSettings settings) => [Done];

    public override bool EndsWay(EndSettings settings) => true;

    public override NodeStep Enter(NodeContext context, EndSettings settings) => new NodeStep.Finish(settings.Outcome switch
    {
        EndOutcome.Approved => FlowStatus.Approved,
        EndOutcome.Rejected => FlowStatus.Rejected,
        _ => FlowStatus.Terminated,
    });
}
