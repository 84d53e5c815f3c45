using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Model;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Health;

/// <summary>References and members lead to something that exists.</summary>
internal sealed class CheckReferences : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var field in examination.SoundForms.SelectMany(form => form.StoredFields).Where(field => IsReference(field, examination)))
        {
            var (column, target) = (examination.Quote(field.Column), examination.Quote(field.Target?.Table ?? MemberTable.Name));
            var count = await examination.CountAsync(
                $"SELECT COUNT(*) FROM {examination.Quote(field.Form.Table)} r "
                    + $"WHERE r.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {target} t WHERE t.id = r.{column})",
                cancellationToken);
            if (count > 0)
            {
                yield return HealthDiagnostics.Orphans(field, count);
            }
        }
    }

    private static bool IsReference(FieldModel field, Examination examination)
        => field.Shape is FieldShape.Member || (field.Shape is FieldShape.Reference && examination.SoundForms.Contains(field.Target!));
}
