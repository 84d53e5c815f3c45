using LowCodeErp.BuiltIns.FlowNodes.Cc;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests.Flows.NodeTypes;

public sealed class CcNodeTests : FlowNodeSpecification<CcNode>
{
    protected override string ExpectedKey => "cc";

    protected override IReadOnlyList<NodeSample> Samples =>
    [
        new(new CcSettings { Receivers = [new() { Kind = AssigneeKind.Initiator }] }, typeof(NodeStep.Copy)),
    ];

    protected override IReadOnlyList<NodeMistake> Mistakes => [new(new CcSettings(), "receivers")];
}
