using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// The lines that went into the trash with their records come back with them. Those that had been deleted before stay where
/// they are: what goes together bears the same moment.
/// </summary>
internal sealed class FindDeletedLines : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        var parents = batch.Records.ToDictionary(record => record.Id);
        foreach (var field in batch.Form.SubTables)
        {
            var reference = field.Lines!.ParentReference!.Ordinal;
            var stored = await batch.Scope.Transaction.ReadDeletedLinesAsync(field.Lines, parents.Keys, cancellationToken);
            var lines = stored.GroupBy(line => parents[(long)line.Values[reference]!])
                .SelectMany(own => own.Where(line => line.UpdatedAt == own.Key.Stored!.UpdatedAt).Select((line, position) => ToRestored(line, field, position, own.Key)));
            batch.Lines.Add(new() { Form = field.Lines, Records = [.. lines], Scope = batch.Scope });
        }
    }

    private static PendingRecord ToRestored(StoredRecord stored, FieldModel subTable, int position, PendingRecord parent)
    {
        var line = new PendingRecord
        {
            Index = parent.Index, Input = new(), Parent = parent, PathPrefix = $"{subTable.Key}[{position}].", Intent = RecordAction.Restore,
        };
        line.Adopt(stored);
        return line;
    }
}
