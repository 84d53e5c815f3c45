namespace LowCodeErp.Runtime.Drafts;

/// <summary>What somebody entered and has not saved.</summary>
/// <param name="Content">As the page that edits the record writes and reads it.</param>
/// <param name="KeptAt">In UTC.</param>
public sealed record KeptDraft(string Content, DateTime KeptAt);
