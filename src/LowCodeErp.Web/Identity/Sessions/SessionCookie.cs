using System.Globalization;
using System.Security.Claims;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Web.Identity.Viewing;
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
        if (standing.Viewing is { } viewing)
        {
            await ShowAsAsync(context, standing, viewing);
        }
        else if (!Agrees(context.Principal!, standing))
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

    /// <summary>For this request alone: the cookie stays the administrator's, and is never renewed with whom he sees the program as.</summary>
    private static async Task ShowAsAsync(CookieValidatePrincipalContext context, SessionStanding standing, MemberViewing viewing)
    {
        var user = await CreateUserAsync(context.HttpContext, standing.Id, viewing.MemberId);
        ((ClaimsIdentity)user.Identity!).AddClaims(ViewingClaims.Of(standing, viewing));
        context.ReplacePrincipal(user);
    }

    private static async Task RenewAsync(CookieValidatePrincipalContext context, SessionStanding standing)
    {
        context.ReplacePrincipal(await CreateUserAsync(context.HttpContext, standing.Id, standing.MemberId));
        context.ShouldRenew = true;
    }

    private static async Task<ClaimsPrincipal> CreateUserAsync(HttpContext context, long session, long memberId)
    {
        var signIn = context.RequestServices.GetRequiredService<SignInManager<Member>>();
        var member = await signIn.UserManager.FindByIdAsync(memberId.ToString(CultureInfo.InvariantCulture));
        var user = await signIn.CreateUserPrincipalAsync(member!);
        ((ClaimsIdentity)user.Identity!).AddClaim(SessionClaim.Of(session));
        return user;
    }
}
