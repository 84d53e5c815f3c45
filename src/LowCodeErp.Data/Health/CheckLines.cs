using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Data.Health;

/// <summary>Lines go into the trash with their record.</summary>
internal sealed class CheckLines : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var lines in examination.SoundForms.Where(form => form.Parent is not null && examination.SoundForms.Contains(form.Parent.Form)))
        {
            var (table, parent, reference) = (examination.Quote(lines.Table), examination.Quote(lines.Parent!.Form.Table), examination.Quote(lines.ParentReference!.Column));
            var count = await examination.CountAsync(
                $"SELECT COUNT(*) FROM {table} l WHERE l.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.id = l.{reference} AND p.deleted_at IS NULL)",
                cancellationToken);
            if (count > 0)
            {
                yield return HealthDiagnostics.LinesWithoutParent(lines, count);
            }
        }
    }
}
