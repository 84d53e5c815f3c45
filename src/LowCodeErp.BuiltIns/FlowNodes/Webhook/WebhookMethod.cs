namespace LowCodeErp.BuiltIns.FlowNodes.Webhook;

public enum WebhookMethod
{
    Post,
    Put,
    Get,
}
