using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Health;

/// <summary>Unique fields are unique, whether their index is there or not.</summary>
internal sealed class CheckUniqueValues : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var field in examination.SoundForms.SelectMany(form => form.StoredFields).Where(field => field.IsUnique))
        {
            var (table, column) = (examination.Quote(field.Form.Table), examination.Quote(field.Compared.Column));
            var count = await examination.CountAsync(
                $"SELECT COUNT(*) FROM (SELECT {column} FROM {table} WHERE {column} IS NOT NULL AND deleted_at IS NULL "
                    + $"GROUP BY {column} HAVING COUNT(*) > 1) d",
                cancellationToken);
            if (count > 0)
            {
                yield return HealthDiagnostics.Duplicates(field, count);
            }
        }
    }
}
