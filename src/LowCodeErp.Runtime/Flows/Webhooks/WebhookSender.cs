using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace LowCodeErp.Runtime.Flows.Webhooks;

/// <summary>
/// Calls other systems. It follows no redirections, which would lead past the check of the address, sends no cookies, and uses no proxy, which would connect in
/// its stead.
/// </summary>
public sealed class WebhookSender(WebhookGuard guard) : IDisposable
{
    public const int LongestAnswer = 1024 * 1024;

    /// <summary>Within it the other side has to answer; long work it reports as an event.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, cancellationToken) => guard.ConnectAsync(context.DnsEndPoint, cancellationToken),
    })
    {
        Timeout = TimeLimit,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    /// <param name="idempotencyKey">The same whenever the same call is repeated.</param>
    public async Task<WebhookAnswer> SendAsync(WebhookCall call, string idempotencyKey, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (!Uri.TryCreate(call.Url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return new WebhookAnswer.Failed(WebhookDiagnostics.BadAddress(call.Url), MayPass: false);
        }

        using var request = Write(call, address, idempotencyKey);
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            return await ReadAsync(response, address.Host, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            return Explain(exception, address.Host);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The client's own limit.
            return new WebhookAnswer.Failed(WebhookDiagnostics.TimedOut(address.Host, (int)TimeLimit.TotalSeconds), MayPass: true);
        }
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Write(WebhookCall call, Uri address, string idempotencyKey)
    {
        var request = new HttpRequestMessage(new(call.Method), address);
        if (call.Body is { } body)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
        }

        foreach (var (name, value) in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.Add("Idempotency-Key", idempotencyKey);
        return request;
    }

    private static async Task<WebhookAnswer> ReadAsync(HttpResponseMessage response, string host, CancellationToken cancellationToken)
        => response.IsSuccessStatusCode
            ? new WebhookAnswer.Accepted((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken))
            : new WebhookAnswer.Failed(WebhookDiagnostics.BadStatus(host, (int)response.StatusCode), MayPass(response.StatusCode));

    /// <summary>What the other side blames on the call stays wrong; what it blames on itself, or on the moment, may pass.</summary>
    private static bool MayPass(HttpStatusCode status)
        => (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.Locked or HttpStatusCode.Conflict;

    private static WebhookAnswer.Failed Explain(HttpRequestException exception, string host) => exception switch
    {
        { InnerException: WebhookRefusedException } => new(WebhookDiagnostics.Refused(host), MayPass: false),
        { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new(WebhookDiagnostics.TooLong(host, LongestAnswer), MayPass: false),
        _ => new(WebhookDiagnostics.Unreachable(host, exception.Message), MayPass: true),
    };
}
