namespace LowCodeErp.Runtime.Auditing;

/// <summary>What happened that is no change of a record; those are in the history. Stored by name: a member may be added, never renamed.</summary>
public enum AuditKind
{
    SignIn,
    SignInRefused,
    LockedOut,
    SignOut,

    /// <summary>Written before the first row leaves.</summary>
    Export,

    /// <summary>How many rows left, also when the export broke off.</summary>
    ExportEnded,
    Print,

    /// <summary>A record of a sensitive form was opened.</summary>
    RecordRead,
    HistoryRead,
    ListRead,
    Publication,
    Import,
    MemberChange,
    OrganisationChange,
    AccessChange,
    AuditCheck,
    AuditExport,

    /// <summary>An administrator sees the program as another member from now on.</summary>
    ViewingBegun,
    ViewingEnded,

    /// <summary>A new key seals sensitive values from now on.</summary>
    KeyChange,
}
