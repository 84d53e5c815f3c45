using LowCodeErp.Runtime.Access;

namespace LowCodeErp.Web.Administration.Roles;

/// <summary>A member, or a department, that has a role.</summary>
/// <param name="Name">The member's name with his user name, or the department's path.</param>
public sealed record RoleHolder(RoleAssignment Assignment, string Name);
