using LowCodeErp.BuiltIns.FlowNodes.Condition;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests.Flows.NodeTypes;

public sealed class ConditionNodeTests : FlowNodeSpecification<ConditionNode>
{
    protected override string ExpectedKey => "condition";

    protected override IReadOnlyList<NodeSample> Samples =>
    [
        new(new ConditionSettings { When = "1 = 1" }, typeof(NodeStep.Ask)) { Formulas = new Dictionary<string, Formula.Compilation.CompiledFormula> { ["when"] = Condition } },
    ];

    protected override IReadOnlyList<NodeMistake> Mistakes => [new(new ConditionSettings(), "when")];
}
