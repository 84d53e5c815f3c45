using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.FlowNodes.Webhook;

public sealed record WebhookSettings
{
    /// <summary>Complete, with http or https; never missing.</summary>
    public string? Address { get; init; }

    public WebhookMethod Method { get; init; } = WebhookMethod.Post;

    /// <summary>What is sent, as a JSON object: formulas over the record of the flow by name of the member.</summary>
    [Formula]
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
