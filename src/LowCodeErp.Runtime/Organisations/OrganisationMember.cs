namespace LowCodeErp.Runtime.Organisations;

/// <summary>A member, as far as the organisation is concerned.</summary>
/// <param name="IsActive">A leaver stays, because records name him.</param>
public sealed record OrganisationMember(long Id, string UserName, string Name, bool IsActive);
