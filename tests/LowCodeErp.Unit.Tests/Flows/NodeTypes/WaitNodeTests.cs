using LowCodeErp.BuiltIns.FlowNodes.Wait;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests.Flows.NodeTypes;

public sealed class WaitNodeTests : FlowNodeSpecification<WaitNode>
{
    protected override string ExpectedKey => "wait";

    protected override IReadOnlyList<NodeSample> Samples =>
    [
        new(new WaitSettings { Event = "paid" }, typeof(NodeStep.WaitFor)),
        new(new WaitSettings { Event = "paid", Hours = 48 }, typeof(NodeStep.WaitFor)),
    ];

    protected override IReadOnlyList<NodeMistake> Mistakes => [new(new WaitSettings(), "event"), new(new WaitSettings { Event = "paid", Hours = 0 }, "hours")];
}
