using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Flows.Webhooks;

/// <summary>What came of a call.</summary>
public abstract record WebhookAnswer
{
    private WebhookAnswer()
    {
    }

    /// <param name="Status">From 200 to 299.</param>
    /// <param name="Body">As text; empty where there is none.</param>
    public sealed record Accepted(int Status, string Body) : WebhookAnswer;

    /// <param name="MayPass">Whether the same call may succeed later: the other side was away or busy. Otherwise trying again is of no use.</param>
    public sealed record Failed(Diagnostic Reason, bool MayPass) : WebhookAnswer;
}
