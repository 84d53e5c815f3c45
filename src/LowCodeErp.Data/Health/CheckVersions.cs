using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Health;

/// <summary>Every change of a record has one history entry: its version, the number of entries and the highest version among them agree.</summary>
internal sealed class CheckVersions : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var form in examination.SoundForms)
        {
            var table = examination.Quote(form.Table);
            var history = "(SELECT record_id, COUNT(*) AS entries, MAX(version) AS last, "
                + "MAX(CASE WHEN action = 'purge' THEN 1 ELSE 0 END) AS purged FROM sys_history "
                + $"WHERE form = '{form.Key}' GROUP BY record_id)";
            var wrong = await examination.CountAsync(
                $"SELECT COUNT(*) FROM {table} r LEFT JOIN {history} h ON h.record_id = r.id "
                    + "WHERE r.version < 1 OR h.last IS NULL OR h.last <> r.version OR h.entries <> r.version",
                cancellationToken);
            if (wrong > 0)
            {
                yield return HealthDiagnostics.VersionsWrong(form, wrong);
            }

            var missing = await examination.CountAsync(
                $"SELECT COUNT(*) FROM {history} h WHERE h.purged = 0 AND NOT EXISTS (SELECT 1 FROM {table} r WHERE r.id = h.record_id)", cancellationToken);
            if (missing > 0)
            {
                yield return HealthDiagnostics.RecordsMissing(form, missing);
            }
        }
    }
}
