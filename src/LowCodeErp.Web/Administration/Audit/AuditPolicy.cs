using Microsoft.AspNetCore.Authorization;

namespace LowCodeErp.Web.Administration.Audit;

/// <summary>Who may read the audit log, and what else administrators keep for the workspace: they themselves and auditors, who change nothing of it.</summary>
public static class AuditPolicy
{
    public const string Name = "audit";

    public static void Configure(AuthorizationPolicyBuilder policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        policy.RequireAuthenticatedUser().AddRequirements(new AuditRequirement());
    }
}
