using LowCodeErp.BuiltIns.FlowNodes.Webhook;
using LowCodeErp.Runtime.Flows.Nodes;
using LowCodeErp.Specifications.Flows;

namespace LowCodeErp.Unit.Tests.Flows.NodeTypes;

public sealed class WebhookNodeTests : FlowNodeSpecification<WebhookNode>
{
    protected override string ExpectedKey => "webhook";

    protected override IReadOnlyList<NodeSample> Samples =>
    [
        new(new WebhookSettings { Address = "https://example.com/hook" }, typeof(NodeStep.WaitFor)),
        new(new WebhookSettings { Address = "https://example.com/hook", Method = WebhookMethod.Put, Values = new Dictionary<string, string> { ["a"] = "1 = 1" } }, typeof(NodeStep.Ask)) { Formulas = new Dictionary<string, Formula.Compilation.CompiledFormula> { ["values.a"] = Condition } },
    ];

    protected override IReadOnlyList<NodeMistake> Mistakes => [new(new WebhookSettings(), "address"), new(new WebhookSettings { Address = "ftp://example.com" }, "address")];
}
