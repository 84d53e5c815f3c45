using System.Globalization;
using System.Security.Claims;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Web.Identity.Viewing;

namespace LowCodeErp.Web.Identity;

/// <summary>The member who is signed in, as the engine knows him.</summary>
internal static class MemberActor
{
    /// <summary>Of a request for anything but a page, with the address that it comes from.</summary>
    /// <exception cref="InvalidOperationException">Nobody has signed in.</exception>
    public static Actor Of(HttpContext context)
        => Of(context.User, context.RequestServices.GetRequiredService<IOrganisation>().Current) with { Address = context.Connection.RemoteIpAddress?.ToString() };

    /// <exception cref="InvalidOperationException">Nobody has signed in; pages and endpoints for records require it.</exception>
    public static Actor Of(ClaimsPrincipal user, Organisation organisation)
    {
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody has signed in.");
        var name = user.FindFirstValue(PortalClaims.DisplayName) ?? user.Identity?.Name ?? id;
        var memberId = long.Parse(id, CultureInfo.InvariantCulture);
        return new(memberId, name, user.HasClaim(PortalClaims.IsAdministrator, bool.TrueString)) { DepartmentId = organisation.MainDepartmentOf(memberId), SeenBy = ViewingClaims.FindOnlooker(user) };
    }
}
