using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>A record in the trash keeps nobody from deleting what it refers to; it cannot come back without that.</summary>
internal sealed class CheckTargets : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        foreach (var part in batch.All)
        {
            foreach (var field in part.Form.StoredFields.Where(field => field.Target is not null && !(part != batch && field == part.Form.ParentReference)))
            {
                await CheckAsync(part, field, cancellationToken);
            }
        }
    }

    private static async Task CheckAsync(SaveBatch batch, FieldModel field, CancellationToken cancellationToken)
    {
        var restored = batch.Records.Where(record => record.IsRestored && !record[field].IsBlank).ToList();
        if (restored.Count == 0)
        {
            return;
        }

        var target = field.Target!;
        var existing = await batch.Scope.Transaction.FindExistingAsync(target, [.. restored.SelectMany(record => IdsOf(record[field]))], cancellationToken);
        var returning = target == batch.Form ? restored.Select(record => record.Id).ToHashSet() : [];
        foreach (var record in restored.Where(record => !IdsOf(record[field]).All(id => existing.Contains(id) || returning.Contains(id))))
        {
            record.Diagnostics.Add(RecordDiagnostics.TargetDeleted(record.PathOf(field), field.Label));
        }
    }

    private static IEnumerable<long> IdsOf(Value value) => value.Content is ValueList list ? list.Items.Cast<long>() : [(long)value.Content!];
}
