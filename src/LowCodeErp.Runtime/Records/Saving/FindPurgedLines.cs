namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>All lines of records that are deleted for ever, whenever they went into the trash.</summary>
internal sealed class FindPurgedLines : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        var parents = batch.Records.ToDictionary(record => record.Id);
        foreach (var field in batch.Form.SubTables)
        {
            var reference = field.Lines!.ParentReference!.Ordinal;
            var stored = await batch.Scope.Transaction.ReadDeletedLinesAsync(field.Lines, parents.Keys, cancellationToken);
            batch.Lines.Add(new() { Form = field.Lines, Records = [.. stored.Select(line => ToPurged(line, parents[(long)line.Values[reference]!]))], Scope = batch.Scope });
        }
    }

    private static PendingRecord ToPurged(StoredRecord stored, PendingRecord parent)
    {
        var line = new PendingRecord { Index = parent.Index, Input = new(), Parent = parent, Intent = RecordAction.Purge };
        line.Adopt(stored);
        return line;
    }
}
