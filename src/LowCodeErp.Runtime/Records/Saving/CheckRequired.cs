using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>What a request requires of stored records besides what their form does (rule 44). Of what is not shown nothing is asked.</summary>
internal sealed class CheckRequired : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        foreach (var key in batch.Scope.Request.Required.Order(StringComparer.Ordinal))
        {
            var path = key.Split('.', 2);
            if (batch.Form.Find(path[0]) is not { } field)
            {
                continue;
            }

            if (field.Lines is { } lines)
            {
                await CheckLinesAsync(batch, field, path.Length == 1 ? null : lines.Find(path[1]), cancellationToken);
                continue;
            }

            foreach (var record in batch.Records.Where(record => !record.IsHidden(field) && IsBlank(record.Values, field)))
            {
                record.Diagnostics.Add(RecordDiagnostics.Required(key, field.Label));
            }
        }
    }

    /// <summary>There has to be a line; of a column, each line has to have a value.</summary>
    private static async Task CheckLinesAsync(SaveBatch batch, FieldModel subTable, FieldModel? column, CancellationToken cancellationToken)
    {
        var stored = await batch.Scope.Transaction.ReadLinesAsync(subTable.Lines!, [.. batch.Records.Select(record => record.Id)], cancellationToken);
        var byRecord = stored.ToLookup(line => (long)line.Values[subTable.Lines!.ParentReference!.Ordinal]!);
        foreach (var record in batch.Records.Where(record => !record.IsHidden(subTable)))
        {
            if (column is null && !byRecord[record.Id].Any())
            {
                record.Diagnostics.Add(RecordDiagnostics.Required(subTable.Key, subTable.Label));
            }
            else if (column is not null)
            {
                Check(record, subTable, column, byRecord[record.Id]);
            }
        }
    }

    private static void Check(PendingRecord record, FieldModel subTable, FieldModel column, IEnumerable<StoredRecord> lines)
    {
        foreach (var (place, line) in lines.OrderBy(line => line.Position).Index())
        {
            if (IsBlank(line.Values, column))
            {
                record.Diagnostics.Add(RecordDiagnostics.Required($"{subTable.Key}[{place}].{column.Key}", column.Label));
            }
        }
    }

    private static bool IsBlank(object?[] values, FieldModel field) => field.StoredParts.All(part => values[part.Ordinal] is null);
}
