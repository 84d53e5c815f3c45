namespace LowCodeErp.Runtime.Drafts;

/// <summary>A record that somebody began to enter and has not saved.</summary>
/// <param name="Form">Key of its form, which may not exist any more.</param>
public sealed record NewRecordDraft(string Form, WindowDraft Draft);
