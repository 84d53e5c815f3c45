using LowCodeErp.Runtime.Rollups;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Brings up to date what is added up from the stored records, and all that rests on it.</summary>
internal sealed class UpdateRollups : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Scope.Transaction.Rollups.Count == 0)
        {
            return;
        }

        var cascade = new RollupCascade(batch, checksRecords: batch.Scope.Request.Source != ChangeSource.Publication);
        foreach (var part in batch.All)
        {
            await cascade.AddAsync(part, cancellationToken);
        }

        await cascade.RunAsync(cancellationToken);
    }
}
