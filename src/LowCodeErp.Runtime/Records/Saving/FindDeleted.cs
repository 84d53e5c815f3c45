namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Reads records of the trash. One that is not there, or not as it was when it was asked for, is a conflict.</summary>
internal sealed class FindDeleted : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        var (scope, form) = (batch.Scope, batch.Form);
        var deleted = await scope.Transaction.ReadDeletedAsync(form, [.. batch.Records.Select(record => record.Id)], cancellationToken);
        foreach (var record in batch.Records)
        {
            if (!deleted.TryGetValue(record.Id, out var found) || (record.Input.Version is { } version && version != found.Version))
            {
                scope.Conflict = await scope.Transaction.DescribeConflictAsync(form, record.Id, record.Input.Version ?? 0, cancellationToken);
                return;
            }

            record.Adopt(found);
        }
    }
}
