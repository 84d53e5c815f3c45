namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>One entry for each changed record and line, in the same transaction as the change.</summary>
internal sealed class WriteHistory : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        var entries = new List<HistoryWrite>();
        using var changes = new ChangeText();
        foreach (var part in batch.All)
        {
            foreach (var record in part.Records.Where(record => record.IsChanged))
            {
                entries.Add(new(part.Form, record.Id, record.Version, record.Action, part.Scope.At, part.Scope.Actor,
                    part.Scope.Request.Source, changes.Write(part.Form, record)));
            }
        }

        if (entries.Count > 0)
        {
            await batch.Scope.Transaction.AppendHistoryAsync(entries, cancellationToken);
        }
    }
}
