using LowCodeErp.Portal.Navigation;
using Microsoft.AspNetCore.Diagnostics;

namespace LowCodeErp.Web.Hosting;

/// <summary>Writes an unhandled exception to the log under the number that the error page shows.</summary>
internal sealed class FailureLog(ILogger<FailureLog> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var reference = FailureReference.Create();
        var path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        httpContext.Items[ErrorPage.ReferenceItem] = reference;
        logger.LogError(exception, "A request to {Path} failed. Reference {Reference}", path, reference);
        return ValueTask.FromResult(false);
    }
}
