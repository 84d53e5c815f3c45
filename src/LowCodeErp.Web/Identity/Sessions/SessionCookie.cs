using System.Security.Claims;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Portal.Navigation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace LowCodeErp.Web.Identity.Sessions;

/// <summary>
/// A cookie counts as long as its session does: every request asks, so that whoever was signed out or deactivated is out with the next one (R115). What
/// the cookie says of the member's name and rights is renewed when it is no longer true.
/// </summary>
internal static class SessionCookie
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (IsAnybodys(context.HttpContext))
        {
            return;
        }

        var sessions = context.HttpContext.RequestServices.GetRequiredService<MemberSessions>();
        if (SessionClaim.Find(context.Principal) is not { } id || await sessions.FindAsync(id, context.HttpContext.RequestAborted) is not { } standing)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        context.HttpContext.RequestServices.GetRequiredService<UseNotes>().Note(standing);
        if (!Agrees(context.Principal!, standing))
        {
            await RenewAsync(context, standing);
        }
    }

    /// <summary>The program's own files need no question; and the page that tells of a failure must not fail because the database does.</summary>
    private static bool IsAnybodys(HttpContext context)
        => context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static bool Agrees(ClaimsPrincipal user, SessionStanding standing)
        => user.Identity?.Name == standing.UserName
            && (user.FindFirstValue(PortalClaims.DisplayName) ?? "") == standing.DisplayName
            && user.HasClaim(PortalClaims.IsAdministrator, bool.TrueString) == standing.IsAdministrator;

    private static async Task RenewAsync(CookieValidatePrincipalContext context, SessionStanding standing)
    {
        var signIn = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Member>>();
        var member = await signIn.UserManager.FindByIdAsync(standing.MemberId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var user = await signIn.CreateUserPrincipalAsync(member!);
        ((ClaimsIdentity)user.Identity!).AddClaim(SessionClaim.Of(standing.Id));
        context.ReplacePrincipal(user);
        context.ShouldRenew = true;
    }
}
