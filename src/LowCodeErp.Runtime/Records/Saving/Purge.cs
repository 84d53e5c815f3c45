namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Lines before their records, since they refer to them.</summary>
internal sealed class Purge : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        foreach (var part in batch.Lines.Append(batch).Where(part => part.Records.Count > 0))
        {
            await batch.Scope.Transaction.PurgeAsync(part.Form, [.. part.Records.Select(record => record.Id)], cancellationToken);
        }
    }
}
