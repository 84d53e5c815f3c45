using LowCodeErp.Portal.Navigation;
using LowCodeErp.Web.Identity;

namespace LowCodeErp.Web.Hosting;

/// <summary>What every request passes, in order, and where requests can go.</summary>
internal static class RequestPipeline
{
    public static IServiceCollection AddFailureReferences(this IServiceCollection services) => services.AddExceptionHandler<FailureLog>();

    public static void UseRequestPipeline(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapEndpoints(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapLanguage();
        app.MapSignOut();
        app.MapRazorComponents<App>()
            .AddAdditionalAssemblies(typeof(MainLayout).Assembly)
            // SecurityHeaders has the whole policy; a second header would only be met in addition.
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
