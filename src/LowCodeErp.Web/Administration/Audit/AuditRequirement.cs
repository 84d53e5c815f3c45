using Microsoft.AspNetCore.Authorization;

namespace LowCodeErp.Web.Administration.Audit;

/// <summary>That somebody may look into what administrators keep, see <see cref="AuditRights"/>.</summary>
internal sealed class AuditRequirement : IAuthorizationRequirement;
