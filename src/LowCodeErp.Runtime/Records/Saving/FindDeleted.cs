namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Reads what is to come back from the trash. A record that is not there, or not as it was when it was asked for, is told of.</summary>
internal sealed class FindDeleted : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        var deleted = await batch.Scope.Transaction.ReadDeletedAsync(batch.Form, [.. batch.Records.Select(record => record.Id)], cancellationToken);
        var seen = new HashSet<long>();
        foreach (var record in batch.Records)
        {
            if (seen.Add(record.Id) && deleted.TryGetValue(record.Id, out var found) && (record.Input.Version ?? found.Version) == found.Version)
            {
                record.AdoptFromTrash(found);
            }
            else
            {
                record.Values = new object?[batch.Form.Fields.Count];
                record.Diagnostics.Add(RecordDiagnostics.NotInTrash());
            }
        }
    }
}
