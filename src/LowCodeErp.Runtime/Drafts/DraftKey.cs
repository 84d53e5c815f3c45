namespace LowCodeErp.Runtime.Drafts;

/// <summary>Whose drafts of what: a member has one for each window in which a record, or a new one of a form, is being filled in.</summary>
/// <param name="RecordId">Null for a new record.</param>
public readonly record struct DraftKey(long MemberId, string Form, long? RecordId);
