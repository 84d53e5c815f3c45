using LowCodeErp.Core.Naming;

namespace LowCodeErp.Studio.Editing.Searching;

/// <summary>Something that a search has found.</summary>
/// <param name="Name">The form, field or role.</param>
/// <param name="Owner">The form of a field; null for a form or role.</param>
/// <param name="Excerpt">The text that holds what was searched for; null where the name does.</param>
public sealed record DesignHit(DesignPlace Place, LocalizedText Name, LocalizedText? Owner, string? Excerpt);
