using System.Security.Claims;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Data.Platform;
using LowCodeErp.Web.Hosting;
using LowCodeErp.Web.Identity.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;

namespace LowCodeErp.Web.Identity;

/// <summary>Every sign-in begins a session, and every sign-out ends it. Leavers whose account is deactivated cannot sign in (R115).</summary>
public sealed class MemberSignIn(
    UserManager<Member> members,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<Member> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Member>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Member> confirmation,
    SignInNotes notes,
    MemberSessions sessions,
    MemberViewings viewings)
    : SignInManager<Member>(members, context, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Member user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.IsActive && await base.CanSignInAsync(user);
    }

    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        var result = await base.PasswordSignInAsync(userName, password, isPersistent, lockoutOnFailure);
        if (result is { Succeeded: false, RequiresTwoFactor: false })
        {
            await notes.NoteRefusalAsync(await UserManager.FindByNameAsync(userName), result, Context);
        }

        return result;
    }

    public override async Task SignInWithClaimsAsync(Member user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        ArgumentNullException.ThrowIfNull(user);
        await EndSessionAsync();
        await notes.NoteSignInAsync(user, Context);
        var session = await sessions.StartAsync(
            user.Id, Context.Request.Headers.UserAgent.ToString(), Context.Connection.RemoteIpAddress?.ToString() ?? "", Context.RequestAborted);
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, SessionClaim.Of(session)]);
        KeepLanguage(user);
    }

    public override async Task SignOutAsync()
    {
        // A session that is found to have ended is signed out before it has become the request's.
        if (Context.User.Identity?.IsAuthenticated == true)
        {
            await notes.NoteSignOutAsync(Context);
        }

        if (SessionClaim.Find(Context.User) is { } session)
        {
            await viewings.EndAsync(session, Context.Connection.RemoteIpAddress?.ToString(), Context.RequestAborted);
        }

        await EndSessionAsync();
        await base.SignOutAsync();
    }

    /// <summary>On a device on which nobody has chosen one, the member's own.</summary>
    private void KeepLanguage(Member user)
    {
        if (!Context.Request.Cookies.ContainsKey(CookieRequestCultureProvider.DefaultCookieName) && LanguageSetup.Supported.Contains(user.Culture))
        {
            LanguageEndpoint.Keep(Context, user.Culture);
        }
    }

    /// <summary>The one of this browser, if there is any.</summary>
    private async Task EndSessionAsync()
    {
        if (SessionClaim.Find(Context.User) is { } session)
        {
            var actor = MemberActor.Of(Context);
            await sessions.EndAsync(actor.SeenBy?.MemberId ?? actor.MemberId!.Value, session, Context.RequestAborted);
        }
    }
}
