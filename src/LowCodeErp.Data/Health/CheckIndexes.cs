using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Indexes;

namespace LowCodeErp.Data.Health;

/// <summary>The indexes that administrators added can be used; one whose making was interrupted costs every save and serves nobody.</summary>
internal sealed class CheckIndexes : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var index in await IndexCatalog.ReadAsync(examination.Connection, null, examination.Provider, cancellationToken))
        {
            if (index is { IsAdded: true, IsUsable: false })
            {
                yield return HealthDiagnostics.IndexUnusable(index.Table, index.Name);
            }
        }
    }
}
