using LowCodeErp.Runtime.Auditing;

namespace LowCodeErp.Data.Auditing;

/// <summary>Which entries to read, newest first.</summary>
public sealed record AuditQuery
{
    /// <summary>A part of an actor's name; blank finds everybody.</summary>
    public string Who { get; init; } = "";

    public AuditKind? Kind { get; init; }

    /// <summary>Key of a form; blank finds all.</summary>
    public string Form { get; init; } = "";

    /// <summary>In UTC, included.</summary>
    public DateTime? From { get; init; }

    /// <summary>In UTC, not included.</summary>
    public DateTime? Until { get; init; }

    /// <summary>What stands in the details or the address.</summary>
    public string Words { get; init; } = "";

    /// <summary>Only what comes after this entry in the order, that is, what is older.</summary>
    public AuditPlace? After { get; init; }
}
