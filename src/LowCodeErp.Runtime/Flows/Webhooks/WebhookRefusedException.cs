namespace LowCodeErp.Runtime.Flows.Webhooks;

/// <summary>An address lies within the own network, which no webhook may call unless the operator has opened it.</summary>
public sealed class WebhookRefusedException : Exception
{
    public WebhookRefusedException()
    {
    }

    /// <param name="message">The host.</param>
    public WebhookRefusedException(string message) : base(message)
    {
    }

    public WebhookRefusedException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
