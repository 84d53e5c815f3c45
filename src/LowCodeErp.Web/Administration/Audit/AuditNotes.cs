using LowCodeErp.Data.Auditing;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Web.Administration.Audit;

/// <summary>What the log says about its own check; a note of the last seal in it, too, hinders whoever wants to cut off the end.</summary>
internal static class AuditNotes
{
    public static AuditEntry Of(AuditVerdict verdict, Actor actor) => new(AuditKind.AuditCheck, actor)
    {
        Facts = [new(AuditDetail.Rows, verdict.Rows), new(AuditDetail.Findings, verdict.FindingCount), new(AuditDetail.Seal, $"{verdict.LastSeal} {verdict.LastHash}".TrimEnd())],
    };
}
