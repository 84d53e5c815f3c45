using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Nodes;

namespace LowCodeErp.BuiltIns.FlowNodes.Webhook;

/// <summary>Calls an address outside, after the command was stored (rule 53).</summary>
public sealed class WebhookNode : FlowNode<WebhookSettings>
{
    public override string Key => "webhook";

    public override bool HasEffects => true;

    public override bool CanWait(WebhookSettings settings) => true;

    public override void CheckSettings(WebhookSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (!Uri.TryCreate(settings.Address, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            diagnostics.Add(FlowNodeDiagnostics.AddressInvalid($"{path}.address"));
        }
    }

    public override NodeStep Enter(NodeContext context, WebhookSettings settings)
        => context.FindAll("values") is { Count: > 0 } values ? new NodeStep.Ask(new FlowQuestion.Evaluate(values)) : Call(context, settings, []);

    public override NodeStep Proceed(NodeContext context, WebhookSettings settings, NodeEvent happened)
        => happened is NodeEvent.Answered ? Call(context, settings, NodeAnswers.All(happened)) : new NodeStep.Leave(Done);

    private static NodeStep.WaitFor Call(NodeContext context, WebhookSettings settings, IReadOnlyList<FlowOutcome> values)
        => new(new WaitReason.Job("webhook", NodePayload.Write(context.FindAll("values"), values, ("address", settings.Address!), ("method", settings.Method.ToString()))));
}
