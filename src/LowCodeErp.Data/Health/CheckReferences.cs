using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Health;

/// <summary>References, members and files lead to something that exists.</summary>
internal sealed class CheckReferences : IHealthCheck
{
    public async IAsyncEnumerable<Diagnostic> ExamineAsync(
        Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var field in examination.SoundForms.SelectMany(form => form.StoredFields).Where(field => IsReference(field, examination)))
        {
            var (table, target) = (examination.Quote(field.Form.Table), examination.Quote(field.Target?.Table ?? DirectoryTable.Of(field)!.Name));
            var column = $"{table}.{examination.Quote(field.Column)}";
            var (items, id) = field.IsList ? (" " + RecordDialect.For(examination.Provider).Items(column), "i.value") : ("", column);
            var count = await examination.CountAsync(
                $"SELECT COUNT(*) FROM {table}{items} WHERE {id} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {target} t WHERE t.id = {id})",
                cancellationToken);
            if (count > 0)
            {
                yield return HealthDiagnostics.Orphans(field, count);
            }
        }
    }

    private static bool IsReference(FieldModel field, Examination examination)
        => DirectoryTable.Of(field) is not null || (field.ItemShape is FieldShape.Reference && examination.SoundForms.Contains(field.Target!));
}
