namespace LowCodeErp.Runtime.Access;

/// <summary>A role that a member has, and why.</summary>
public sealed record HeldRole(RoleModel Role, RoleAssignment Assignment);
