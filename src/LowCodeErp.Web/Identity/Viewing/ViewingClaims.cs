using System.Globalization;
using System.Security.Claims;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Portal.Navigation;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Web.Identity.Viewing;

/// <summary>That somebody sees the program as another member, as a request and its circuit know it.</summary>
internal static class ViewingClaims
{
    public static IEnumerable<Claim> Of(SessionStanding session, MemberViewing viewing) =>
    [
        new(PortalClaims.SeenBy, session.MemberId.ToString(CultureInfo.InvariantCulture)),
        new(PortalClaims.SeenByName, session.DisplayName.Length > 0 ? session.DisplayName : session.UserName),
        new(PortalClaims.SeenUntil, viewing.Until.ToString("O", CultureInfo.InvariantCulture)),
        new(PortalClaims.SeenFor, viewing.Reason),
    ];

    /// <summary>Null where the member sits there himself.</summary>
    public static Onlooker? FindOnlooker(ClaimsPrincipal user)
        => long.TryParse(user.FindFirstValue(PortalClaims.SeenBy), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(id, user.FindFirstValue(PortalClaims.SeenByName)!)
            : null;

    /// <summary>What the member that a principal stands for is called.</summary>
    public static string NameOfViewed(ClaimsPrincipal user) => user.FindFirstValue(PortalClaims.DisplayName) is { Length: > 0 } name ? name : user.Identity?.Name ?? "";

    /// <summary>Who is viewed; null where nobody is.</summary>
    public static long? FindViewed(ClaimsPrincipal user)
        => user.HasClaim(claim => claim.Type == PortalClaims.SeenBy) ? long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture) : null;
}
