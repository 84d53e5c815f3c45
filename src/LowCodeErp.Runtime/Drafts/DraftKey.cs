namespace LowCodeErp.Runtime.Drafts;

/// <summary>Whose draft of what: a member has one of each record, and one of a new record of each form.</summary>
/// <param name="RecordId">Null for a new record.</param>
public readonly record struct DraftKey(long MemberId, string Form, long? RecordId);
