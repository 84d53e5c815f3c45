using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Auditing;

/// <summary>What a check of the logs found.</summary>
/// <param name="Findings">The first of them, with the rows they are about; empty when nobody has tampered.</param>
/// <param name="FindingCount">All of them.</param>
/// <param name="Rows">How many rows were checked.</param>
/// <param name="Unsealed">How many of them no seal holds yet.</param>
/// <param name="LastSeal">Its number; 0 where there is none.</param>
/// <param name="LastHash">To be noted outside, so that a later check can be told to expect it; blank where there is no seal.</param>
public sealed record AuditVerdict(IReadOnlyList<Diagnostic> Findings, long FindingCount, long Rows, long Unsealed, long LastSeal, string LastHash)
{
    public bool IsSound => FindingCount == 0;
}
