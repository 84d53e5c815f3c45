using LowCodeErp.Web.Administration.Audit;
using LowCodeErp.Web.Api;
using LowCodeErp.Web.Identity;
using LowCodeErp.Web.Identity.SetUp;
using LowCodeErp.Web.Identity.Viewing;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace LowCodeErp.Web.Hosting;

/// <summary>What every request passes, in order, and where requests can go.</summary>
internal static class RequestPipeline
{
    public static void UseRequestPipeline(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            // FailureLog has written it already, with the reference by which it is found.
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        app.UseNotFoundPageForReaders();
        app.UseRateLimiter();
        app.UseSetUpGate();
        app.UseAuthorization();
        app.UseViewingGate();
        app.UseAntiforgery();
    }

    public static void MapEndpoints(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapLanguage();
        app.MapSignOut();
        app.MapViewing();
        app.MapTierResults();
        app.MapHandOvers();
        app.MapExport();
        app.MapAuditExport();
        app.MapFiles();
        app.MapRazorComponents<App>()
            .AddAdditionalAssemblies([.. app.Services.GetRequiredService<IOptions<PageAssemblies>>().Value.Additional])
            // SecurityHeaders has the whole policy; a second header would only be met in addition.
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>
    /// The page for unknown addresses is for a signed-in person who reads pages. A program, a form and a visitor without
    /// an account get the bare status.
    /// </summary>
    private static void UseNotFoundPageForReaders(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = context.Response.StatusCode == StatusCodes.Status404NotFound
                && HttpMethods.IsGet(context.Request.Method)
                && context.User.Identity?.IsAuthenticated == true
                && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        }
    });
}
