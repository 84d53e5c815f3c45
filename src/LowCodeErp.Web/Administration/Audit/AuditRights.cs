using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Web.Identity;
using Microsoft.AspNetCore.Authorization;

namespace LowCodeErp.Web.Administration.Audit;

/// <summary>Asks the engine, since the role of an auditor is given and taken back while people are signed in.</summary>
internal sealed class AuditRights(IAccess access, IOrganisation organisation) : AuthorizationHandler<AuditRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AuditRequirement requirement)
    {
        if (context.User.Identity is { IsAuthenticated: true } && (await access.OfAsync(MemberActor.Of(context.User, organisation.Current))).MayAudit)
        {
            context.Succeed(requirement);
        }
    }
}
