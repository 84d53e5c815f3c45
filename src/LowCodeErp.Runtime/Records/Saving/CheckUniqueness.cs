using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Unique fields, inside the batch and against what is stored; one statement for each unique field.</summary>
internal sealed class CheckUniqueness : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        foreach (var part in batch.All)
        {
            foreach (var field in part.Form.StoredFields.Where(field => field.IsUnique))
            {
                await CheckAsync(part, field, cancellationToken);
            }
        }
    }

    private static async Task CheckAsync(SaveBatch batch, FieldModel field, CancellationToken cancellationToken)
    {
        var changed = batch.Records.Where(record => !record.IsDeleted && !record[field].IsBlank && record.IsFieldChanged(field)).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        var seen = new HashSet<object>();
        var owners = await batch.Scope.Transaction.FindIdsAsync(field, [.. changed.Select(record => record[field].Content!)], cancellationToken);
        var leaving = batch.Records.Where(record => record.Stored is not null && (record.IsDeleted || record.IsFieldChanged(field))).Select(record => record.Id).ToHashSet();
        foreach (var record in changed)
        {
            var value = record[field].Content!;
            var isTaken = owners.TryGetValue(value, out var owner) && owner != record.Id && !leaving.Contains(owner);
            if (!seen.Add(value) || isTaken)
            {
                var text = field.Type.Format(record[field], field.Settings, System.Globalization.CultureInfo.InvariantCulture);
                record.Diagnostics.Add(record.IsRestored
                    ? RecordDiagnostics.TakenMeanwhile(record.PathOf(field), field.Label, text)
                    : RecordDiagnostics.NotUnique(record.PathOf(field), field.Label, text));
            }
        }
    }
}
