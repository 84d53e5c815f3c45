using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Health;

/// <summary>Lines go into the trash with their record.</summary>
internal sealed class CheckLines : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var lines in examination.SoundForms.Where(form => form.Parent is not null && examination.SoundForms.Contains(form.Parent.Form)))
        {
            var (table, reference) = (examination.Quote(lines.Table), examination.Quote(lines.ParentReference!.Column));
            var parents = $"SELECT 1 FROM {examination.Quote(lines.Parent!.Form.Table)} p WHERE p.id = l.{reference} AND p.deleted_at IS NULL";
            var count = await examination.CountAsync(
                $"SELECT COUNT(*) FROM {table} l WHERE l.deleted_at IS NULL AND NOT EXISTS ({parents})",
                cancellationToken);
            if (count > 0)
            {
                yield return HealthDiagnostics.LinesWithoutParent(lines, count);
            }
        }
    }
}
