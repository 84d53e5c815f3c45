using LowCodeErp.BuiltIns.FlowNodes.Route;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests.Flows.NodeTypes;

public sealed class RouteNodeTests : FlowNodeSpecification<RouteNode>
{
    protected override string ExpectedKey => "route";

    protected override IReadOnlyList<NodeSample> Samples =>
    [
        new(new RouteSettings { To = "ask" }, typeof(NodeStep.Route)),
        new(new RouteSettings { To = "ask", When = "1 = 1" }, typeof(NodeStep.Ask)) { Formulas = new Dictionary<string, Formula.Compilation.CompiledFormula> { ["when"] = Condition } },
    ];

    protected override IReadOnlyList<NodeMistake> Mistakes => [new(new RouteSettings(), "to"), new(new RouteSettings { To = "ask", Maximum = 0 }, "maximum")];

    [Fact]
    public void Enter_MoreOftenThanItMay_IsAnIncident()
        => Assert.IsType<NodeStep.Fault>(Node.Enter(Enter(new(new RouteSettings { To = "ask", Maximum = 3 }, typeof(NodeStep.Fault)), activation: 4)));
}
