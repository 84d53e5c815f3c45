using LowCodeErp.BuiltIns.FlowNodes.Script;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests.Flows.NodeTypes;

public sealed class ScriptNodeTests : FlowNodeSpecification<ScriptNode>
{
    protected override string ExpectedKey => "script";

    protected override IReadOnlyList<NodeSample> Samples =>
    [
        new(new ScriptSettings { Text = "return 1;" }, typeof(NodeStep.WaitFor)),
        new(new ScriptSettings { Text = "return values.a;", Values = new Dictionary<string, string> { ["a"] = "1 = 1" } }, typeof(NodeStep.Ask)) { Formulas = new Dictionary<string, Formula.Compilation.CompiledFormula> { ["values.a"] = Condition } },
    ];

    protected override IReadOnlyList<NodeMistake> Mistakes => [new(new ScriptSettings(), "text")];
}
