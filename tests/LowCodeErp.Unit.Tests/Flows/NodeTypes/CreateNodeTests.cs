using LowCodeErp.BuiltIns.FlowNodes.Create;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests.Flows.NodeTypes;

public sealed class CreateNodeTests : FlowNodeSpecification<CreateNode>
{
    protected override string ExpectedKey => "create";

    protected override IReadOnlyList<NodeSample> Samples =>
    [
        new(new CreateSettings { Form = "order", Values = new Dictionary<string, string> { ["paid"] = "1 = 1" } }, typeof(NodeStep.Ask)) { Formulas = new Dictionary<string, Formula.Compilation.CompiledFormula> { ["values.paid"] = Condition } },
    ];

    protected override IReadOnlyList<NodeMistake> Mistakes => [new(new CreateSettings(), "form")];
}
