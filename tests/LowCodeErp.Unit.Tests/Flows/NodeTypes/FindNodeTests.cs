using LowCodeErp.BuiltIns.FlowNodes.Find;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests.Flows.NodeTypes;

public sealed class FindNodeTests : FlowNodeSpecification<FindNode>
{
    protected override string ExpectedKey => "find";

    protected override IReadOnlyList<NodeSample> Samples =>
    [
        new(new FindSettings { Form = "stock" }, typeof(NodeStep.Ask)),
        new(new FindSettings { Form = "stock", When = "1 = 1", Required = true }, typeof(NodeStep.Ask)) { Formulas = new Dictionary<string, Formula.Compilation.CompiledFormula> { ["when"] = Condition } },
    ];

    protected override IReadOnlyList<NodeMistake> Mistakes => [new(new FindSettings(), "form")];
}
