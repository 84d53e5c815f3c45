using LowCodeErp.Portal.Navigation;
using Microsoft.AspNetCore.Authorization;

namespace LowCodeErp.Web.Administration.Audit;

/// <summary>Who may read the audit log, in this one place.</summary>
public static class AuditPolicy
{
    public const string Name = "audit";

    public static void Configure(AuthorizationPolicyBuilder policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        policy.RequireClaim(PortalClaims.IsAdministrator, bool.TrueString);
    }
}
