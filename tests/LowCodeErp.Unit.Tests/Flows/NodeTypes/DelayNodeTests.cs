using LowCodeErp.BuiltIns.FlowNodes.Delay;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests.Flows.NodeTypes;

public sealed class DelayNodeTests : FlowNodeSpecification<DelayNode>
{
    protected override string ExpectedKey => "delay";

    protected override IReadOnlyList<NodeSample> Samples =>
    [
        new(new DelaySettings { Hours = 8, WorkingTime = true }, typeof(NodeStep.WaitFor)),
        new(new DelaySettings { Until = "[day]" }, typeof(NodeStep.Ask)) { Formulas = new Dictionary<string, Formula.Compilation.CompiledFormula> { ["until"] = Condition } },
    ];

    protected override IReadOnlyList<NodeMistake> Mistakes => [new(new DelaySettings(), ""), new(new DelaySettings { Hours = -1 }, "hours")];
}
