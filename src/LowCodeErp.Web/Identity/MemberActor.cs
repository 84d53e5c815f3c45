using System.Globalization;
using System.Security.Claims;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Web.Identity;

/// <summary>The member who is signed in, as the engine knows him.</summary>
internal static class MemberActor
{
    /// <summary>With the address that the request comes from.</summary>
    /// <exception cref="InvalidOperationException">Nobody has signed in.</exception>
    public static Actor Of(HttpContext context) => Of(context.User) with { Address = context.Connection.RemoteIpAddress?.ToString() };

    /// <exception cref="InvalidOperationException">Nobody has signed in; pages and endpoints for records require it.</exception>
    public static Actor Of(ClaimsPrincipal user)
    {
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody has signed in.");
        var name = user.FindFirstValue(PortalClaims.DisplayName) ?? user.Identity?.Name ?? id;
        return new(long.Parse(id, CultureInfo.InvariantCulture), name, user.HasClaim(PortalClaims.IsAdministrator, bool.TrueString));
    }
}
