namespace LowCodeErp.Runtime.Access;

/// <summary>Says that a member, or everybody in a department and below it, has a role, for good or for a time.</summary>
public sealed record RoleAssignment
{
    /// <summary>The role of everybody who may design an app and do everything with its records; each app has it.</summary>
    public const string AppAdministrator = "app-administrator";

    /// <summary>The role of everybody who may see everything and change nothing, whatever other roles he has. It belongs to no app: <see cref="App"/> is blank.</summary>
    public const string Auditor = "auditor";

    public long Id { get; init; }

    public required string App { get; init; }

    public required string Role { get; init; }

    /// <summary>Either this or <see cref="DepartmentId"/>.</summary>
    public long? MemberId { get; init; }

    public long? DepartmentId { get; init; }

    /// <summary>First moment (UTC); null: from the beginning.</summary>
    public DateTime? From { get; init; }

    /// <summary>First moment (UTC) at which it has ended; null: never.</summary>
    public DateTime? Until { get; init; }

    public bool IsInForce(DateTime now) => (From is null || From <= now) && (Until is null || now < Until);
}
