using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using LowCodeErp.Web.Identity.Keys;
using LowCodeErp.Web.Identity.Passwords;
using LowCodeErp.Web.Identity.SecondFactor;
using LowCodeErp.Web.Identity.SetUp;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LowCodeErp.Web.Identity.Limits;

/// <summary>
/// Slows down whoever tries many secrets: forms of the account pages by address, programs by the member of their key. A single account is guarded by its
/// lock besides. Pages of members are not counted.
/// </summary>
internal static class RequestLimits
{
    private const string Section = "Limits";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private static readonly string[] GuardedForms = [AccountSetup.SignInPath, SecondFactorPage.Path, PasswordPage.Path, FirstRun.Path];

    public static IServiceCollection AddRequestLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitSettings>().BindConfiguration(Section);
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(FindPartition);
            limiter.OnRejected = AnswerAsync;
        });
        return services;
    }

    private static RateLimitPartition<string> FindPartition(HttpContext context)
    {
        var settings = context.RequestServices.GetRequiredService<IOptions<LimitSettings>>().Value;
        if (HttpMethods.IsPost(context.Request.Method) && GuardedForms.Any(form => context.Request.Path.StartsWithSegments(form, StringComparison.OrdinalIgnoreCase)))
        {
            return Limit($"form {AddressOf(context)}", settings.SignInsPerMinute);
        }

        return context.GetEndpoint()?.Metadata.GetMetadata<AcceptsApiKeysAttribute>() is not null && ApiAccess.FindKey(context.Request) is not null
            ? Limit($"api {context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? AddressOf(context)}", settings.ApiCallsPerMinute)
            : RateLimitPartition.GetNoLimiter("");
    }

    private static RateLimitPartition<string> Limit(string key, int count)
        => RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = count, Window = Window, QueueLimit = 0 });

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static async ValueTask AnswerAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? (int)Math.Ceiling(time.TotalSeconds) : (int)Window.TotalSeconds;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await new RazorComponentResult<TooManyRequestsPage>(new Dictionary<string, object?> { [nameof(TooManyRequestsPage.Seconds)] = seconds }) { StatusCode = StatusCodes.Status429TooManyRequests }
            .ExecuteAsync(context);
    }
}
