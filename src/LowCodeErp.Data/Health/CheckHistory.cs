using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Auditing;

namespace LowCodeErp.Data.Health;

/// <summary>Nobody has tampered with the history and the audit log, as far as their hashes and seals tell.</summary>
internal sealed class CheckHistory(AuditCheck check) : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var finding in (await check.RunAsync(cancellationToken: cancellationToken)).Findings)
        {
            yield return finding;
        }
    }
}
