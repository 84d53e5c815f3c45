using LowCodeErp.UI.Extending;

namespace LowCodeErp.Web.Hosting;

/// <summary>What browsers may load, and who may frame or learn of a page. Every answer carries it, files included.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// Styles may stand inline because Radzen positions its popups with style attributes. Scripts may not.
    /// </summary>
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; ";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy + "frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=()";
        context.Response.OnStarting(AllowFrames, context);
        return next(context);
    });

    /// <summary>Only then it is known which page answers.</summary>
    private static Task AllowFrames(object state)
    {
        var context = (HttpContext)state;
        if (context.GetEndpoint()?.Metadata.GetMetadata<FrameableAttribute>() is not null)
        {
            context.Response.Headers.ContentSecurityPolicy = ContentPolicy + "frame-ancestors 'self'";
            context.Response.Headers.XFrameOptions = "SAMEORIGIN";
        }

        return Task.CompletedTask;
    }
}
