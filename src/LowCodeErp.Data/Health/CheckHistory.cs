using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Health;

/// <summary>Every history entry agrees with its own hash.</summary>
internal sealed class CheckHistory : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (count, first) = (0L, 0L);
        var entries = examination.Platform.History.AsNoTracking().OrderBy(entry => entry.Id).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            if (!entry.IsIntact)
            {
                first = count++ == 0 ? entry.Id : first;
            }
        }

        if (count > 0)
        {
            yield return HealthDiagnostics.HistoryAltered(count, first);
        }
    }
}
