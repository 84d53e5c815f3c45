namespace LowCodeErp.Runtime.Auditing;

/// <summary>What an entry can say besides its form and record. Stored by name: a member may be added, never renamed.</summary>
public enum AuditDetail
{
    /// <summary>What was looked for, as the address of a list writes it.</summary>
    Query,
    Rows,
    Created,
    Updated,
    Refused,
    Findings,
    Seal,
    Name,
    Date,
    Version,
    RestoredVersion,
    Change,
    Before,
    After,

    /// <summary>The member through whose eyes it was done.</summary>
    ViewingAs,
    Reason,

    /// <summary>The member or department that has a role.</summary>
    Holder,
}
