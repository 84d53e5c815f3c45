using System.Security.Claims;
using LowCodeErp.Data.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LowCodeErp.Web.Identity;

/// <summary>Leavers whose account is deactivated cannot sign in, and running sessions of theirs end at the next check (R115).</summary>
public sealed class MemberSignIn(
    UserManager<Member> members,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<Member> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Member>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Member> confirmation,
    SignInNotes notes)
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
        await notes.NoteSignInAsync(user, Context);
        await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims);
    }

    public override async Task SignOutAsync()
    {
        // A session that is found to have ended is signed out before it has become the request's.
        if (Context.User.Identity?.IsAuthenticated == true)
        {
            await notes.NoteSignOutAsync(Context);
        }

        await base.SignOutAsync();
    }

    public override async Task<bool> ValidateSecurityStampAsync(Member? user, string? securityStamp)
        => user is { IsActive: true } && await base.ValidateSecurityStampAsync(user, securityStamp);
}
