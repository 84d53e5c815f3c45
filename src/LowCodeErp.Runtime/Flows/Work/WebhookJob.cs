using System.Text.Json;
using LowCodeErp.Runtime.Flows.Webhooks;

namespace LowCodeErp.Runtime.Flows.Work;

/// <summary>Calls another system. Its answer is what the step is told, as JSON: status and body.</summary>
public sealed class WebhookJob(WebhookSender sender) : IFlowJobHandler
{
    public string Kind => "webhook";

    public async Task<FlowJobResult> RunAsync(LeasedJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var payload = JsonSerializer.Deserialize<JsonElement>(job.Job.Payload);
        var method = payload.GetProperty("method").GetString()!.ToUpperInvariant();
        var call = new WebhookCall
        {
            Url = payload.GetProperty("address").GetString()!, Method = method, Body = method == "GET" ? null : payload.GetProperty("values").GetRawText(),
        };
        return await sender.SendAsync(call, job.IdempotencyKey, cancellationToken) switch
        {
            WebhookAnswer.Accepted accepted => new FlowJobResult.Done(JsonSerializer.Serialize(new { status = accepted.Status, body = accepted.Body })),
            WebhookAnswer.Failed failed => new FlowJobResult.Failed(failed.Reason, failed.MayPass),
            var other => throw new InvalidOperationException($"A call ended with {other}."),
        };
    }
}
