using LowCodeErp.Runtime.Auditing;

namespace LowCodeErp.Data.Auditing;

/// <summary>An entry of the log as it is read.</summary>
/// <param name="ActorId">0 for the system, and for whoever was not known.</param>
/// <param name="Kind">Null for one that this version of the program does not know.</param>
/// <param name="Form">Blank where it is about none.</param>
/// <param name="RecordId">0 where it is about none.</param>
public sealed record AuditItem(
    long Id, DateTime At, long ActorId, string ActorName, AuditKind? Kind, string App, string Form, long RecordId, IReadOnlyList<AuditFact> Facts, string Address)
{
    public AuditPlace Place => new(At, Id);
}
