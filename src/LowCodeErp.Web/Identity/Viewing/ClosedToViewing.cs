using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Identity.Viewing;

/// <summary>
/// What nobody gets to while he sees the program as another: the account of the other, the administration and the designers. By the patterns of routes, which
/// requests and the router of a circuit have in common, whatever an address is written like.
/// </summary>
internal static class ClosedToViewing
{
    private static readonly string[] Closed = ["account", "administration", "studio", "api/audit", "api/hand-overs"];

    /// <summary>To come back to oneself, and to the pages that say what is the matter.</summary>
    private static readonly string[] Open = [Trim(ViewingEndpoint.EndPath), Trim(AccountSetup.SignInPath), Trim(AccountSetup.SignOutPath), Trim(AccountSetup.AccessDeniedPath)];

    public static bool IsClosed(Endpoint? endpoint) => endpoint is RouteEndpoint { RoutePattern.RawText: { } pattern } && IsClosed(pattern);

    public static bool IsClosed(Type page) => page.GetCustomAttributes<RouteAttribute>().Any(route => IsClosed(route.Template));

    private static bool IsClosed(string pattern)
    {
        var trimmed = Trim(pattern);
        return Array.Exists(Closed, start => trimmed.StartsWith(start, StringComparison.OrdinalIgnoreCase)) && !Open.Contains(trimmed, StringComparer.OrdinalIgnoreCase);
    }

    private static string Trim(string pattern) => pattern.Trim('/');
}
