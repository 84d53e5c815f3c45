namespace LowCodeErp.Runtime.Flows.Webhooks;

/// <summary>What a webhook sends.</summary>
public sealed record WebhookCall
{
    /// <summary>Absolute, http or https.</summary>
    public required string Url { get; init; }

    /// <summary>POST, PUT …</summary>
    public string Method { get; init; } = "POST";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>JSON; null for no body.</summary>
    public string? Body { get; init; }
}
