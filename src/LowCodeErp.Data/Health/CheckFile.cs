using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Providers;

namespace LowCodeErp.Data.Health;

/// <summary>SQLite: pages, indexes and constraints of the file. Servers look after theirs.</summary>
internal sealed class CheckFile : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (examination.Provider != DatabaseProvider.Sqlite)
        {
            yield break;
        }

        await foreach (var row in examination.ReadAsync("PRAGMA integrity_check", cancellationToken))
        {
            if (row.GetString(0) is not "ok" and var detail)
            {
                yield return HealthDiagnostics.FileDamaged(detail);
            }
        }

        // Tables of forms have a check of their own, which names the field.
        await foreach (var row in examination.ReadAsync(
            "SELECT \"table\", parent, COUNT(*) FROM pragma_foreign_key_check WHERE \"table\" LIKE 'sys\\_%' ESCAPE '\\' GROUP BY 1, 2", cancellationToken))
        {
            yield return HealthDiagnostics.FileDamaged($"{row.GetString(0)} -> {row.GetString(1)} ({row.GetInt64(2)})");
        }
    }
}
