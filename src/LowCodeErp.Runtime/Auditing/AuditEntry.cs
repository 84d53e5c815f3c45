using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Auditing;

/// <summary>Something that happened and is to be found again later: who, what, and about what.</summary>
/// <param name="Actor">With his address, where it is known.</param>
public sealed record AuditEntry(AuditKind Kind, Actor Actor)
{
    /// <summary>Key of an app; null where it is about none.</summary>
    public string? App { get; init; }

    /// <summary>Key of a form.</summary>
    public string? Form { get; init; }

    /// <summary>A record of the form; of a member where the entry is about one.</summary>
    public long? RecordId { get; init; }

    /// <summary>Never a password or a token: the log is read by many, and for years.</summary>
    public IReadOnlyList<AuditFact> Facts { get; init; } = [];
}
