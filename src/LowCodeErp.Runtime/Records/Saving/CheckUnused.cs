
namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>A record that others refer to is not deleted: their reference would lead into the trash.</summary>
internal sealed class CheckUnused : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        var ids = batch.Records.Select(record => record.Id).ToHashSet();
        foreach (var field in batch.Scope.ReferencesTo(batch.Form).Where(field => field.Form.Parent?.Form != batch.Form))
        {
            foreach (var id in await batch.Scope.Transaction.FindReferredAsync(field, ids, cancellationToken))
            {
                var record = batch.Records.First(candidate => candidate.Id == id);
                record.Diagnostics.Add(RecordDiagnostics.InUse(field.Form.Label, field.Label));
            }
        }
    }
}
