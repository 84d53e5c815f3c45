using LowCodeErp.BuiltIns.FlowNodes.End;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests.Flows.NodeTypes;

public sealed class EndNodeTests : FlowNodeSpecification<EndNode>
{
    protected override string ExpectedKey => "end";

    protected override IReadOnlyList<NodeSample> Samples =>
    [
        new(new EndSettings(), typeof(NodeStep.Finish)),
        new(new EndSettings { Outcome = EndOutcome.Rejected }, typeof(NodeStep.Finish)),
    ];

    protected override IReadOnlyList<NodeMistake> Mistakes => [];
}
