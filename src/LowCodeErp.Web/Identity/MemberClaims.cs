using System.Security.Claims;
using LowCodeErp.Data.Platform;
using LowCodeErp.Portal.Navigation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LowCodeErp.Web.Identity;

/// <summary>What a session knows of its member without asking the database.</summary>
public sealed class MemberClaims(UserManager<Member> members, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Member>(members, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Member user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var identity = await base.GenerateClaimsAsync(user);
        if (user.DisplayName.Length > 0)
        {
            identity.AddClaim(new Claim(PortalClaims.DisplayName, user.DisplayName));
        }

        if (user.IsAdministrator)
        {
            identity.AddClaim(new Claim(PortalClaims.IsAdministrator, bool.TrueString));
        }

        return identity;
    }
}
