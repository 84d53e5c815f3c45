using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Fills what a new record leaves open: default values, then numbers from counters.</summary>
internal sealed class ApplyDefaults : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        foreach (var part in batch.All)
        {
            var added = part.Records.Where(record => record.IsNew).ToList();
            foreach (var field in part.Form.StoredFields)
            {
                if (field.Rollup is { } rollup)
                {
                    added.ForEach(record => record[field] = rollup.OfNothing);
                }
                else if (field.Numbering is not null)
                {
                    await NumberAsync(part.Scope, field, [.. added.Where(record => record[field].IsBlank)], cancellationToken);
                }
                else if (!field.Default.IsBlank)
                {
                    ApplyDefault(field, added);
                }
            }
        }
    }

    /// <summary>A value that was left blank on purpose stays blank.</summary>
    private static void ApplyDefault(FieldModel field, IEnumerable<PendingRecord> added)
    {
        foreach (var record in added.Where(record => !record.Input.Values.ContainsKey(field.Key)))
        {
            record[field] = field.Default;
        }
    }

    /// <summary>Numbers that an import has used already are passed over, so a counter never collides with given numbers.</summary>
    private static async Task NumberAsync(SaveScope scope, FieldModel field, List<PendingRecord> records, CancellationToken cancellationToken)
    {
        var period = field.Numbering!.Period(scope.Today);
        while (records.Count > 0)
        {
            var first = await scope.Transaction.NextNumbersAsync(field, period, records.Count, cancellationToken);
            var texts = records.Select((_, index) => field.Numbering.Format(scope.Today, first + index)).ToList();
            var taken = await scope.Transaction.FindIdsAsync(field, texts.ToHashSet<object>(), cancellationToken);
            foreach (var (record, text) in records.Zip(texts).Where(pair => !taken.ContainsKey(pair.Second)))
            {
                record[field] = Core.Values.Value.Of(text);
            }

            records = [.. records.Where(record => record[field].IsBlank)];
        }
    }
}
