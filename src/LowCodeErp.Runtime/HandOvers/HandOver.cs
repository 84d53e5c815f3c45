using LowCodeErp.Runtime.Organisations;

namespace LowCodeErp.Runtime.HandOvers;

/// <summary>What a leaver holds goes to his successor.</summary>
/// <param name="Deactivates">Whether the leaver cannot sign in any more from then on.</param>
public sealed record HandOver(OrganisationMember Leaver, OrganisationMember Successor, bool Deactivates);
