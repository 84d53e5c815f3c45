using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Health;

/// <summary>Current tiers come from a run that is stored.</summary>
internal sealed class CheckTiers : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = await examination.CountAsync(
            "SELECT COUNT(*) FROM sys_tier_current c WHERE NOT EXISTS (SELECT 1 FROM sys_tier_run r WHERE r.id = c.run_id)", cancellationToken);
        if (count > 0)
        {
            yield return HealthDiagnostics.TiersWithoutRun(count);
        }
    }
}
