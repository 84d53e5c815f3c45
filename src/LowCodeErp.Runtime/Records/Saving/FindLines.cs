namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>The lines of records that are deleted go with them.</summary>
internal sealed class FindLines : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        var parents = batch.Records.ToDictionary(record => record.Id);
        foreach (var field in batch.Form.SubTables)
        {
            var form = field.Lines!;
            var stored = await batch.Scope.Transaction.ReadLinesAsync(form, parents.Keys, cancellationToken);
            var lines = stored.Select(line => ToDeleted(line, parents[(long)line.Values[form.ParentReference!.Ordinal]!])).ToList();
            batch.Lines.Add(new() { Form = form, Records = lines, Scope = batch.Scope });
        }
    }

    private static PendingRecord ToDeleted(StoredRecord stored, PendingRecord parent)
    {
        var line = new PendingRecord { Index = parent.Index, Input = new(), Parent = parent, Intent = RecordAction.Delete };
        line.Adopt(stored);
        return line;
    }
}
