using LowCodeErp.BuiltIns.FlowNodes.Update;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests.Flows.NodeTypes;

public sealed class UpdateNodeTests : FlowNodeSpecification<UpdateNode>
{
    protected override string ExpectedKey => "update";

    protected override IReadOnlyList<NodeSample> Samples =>
    [
        new(new UpdateSettings { Values = new Dictionary<string, string> { ["paid"] = "1 = 1" } }, typeof(NodeStep.Ask)) { Formulas = new Dictionary<string, Formula.Compilation.CompiledFormula> { ["values.paid"] = Condition } },
    ];

    protected override IReadOnlyList<NodeMistake> Mistakes => [new(new UpdateSettings(), "values")];
}
