using System.Globalization;
using System.Security.Claims;

namespace LowCodeErp.Web.Identity.Sessions;

/// <summary>Which session a cookie belongs to.</summary>
internal static class SessionClaim
{
    private const string Type = "session";

    public static Claim Of(long session) => new(Type, session.ToString(CultureInfo.InvariantCulture));

    /// <summary>Null for who has none: a visitor, and a program with a key.</summary>
    public static long? Find(ClaimsPrincipal? user)
        => long.TryParse(user?.FindFirstValue(Type), NumberStyles.None, CultureInfo.InvariantCulture, out var session) ? session : null;
}
