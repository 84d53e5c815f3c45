using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Records in the trash may still refer to what is to be deleted for ever; those in use cannot.</summary>
internal sealed class CheckUnusedInTrash : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        var records = batch.Records.ToDictionary(record => record.Id);
        var references = batch.Scope.ReferencesTo(batch.Form).Where(field => field.Shape is FieldShape.Reference && field.Form.Parent?.Form != batch.Form && field.Form != batch.Form);
        foreach (var field in references)
        {
            foreach (var id in await batch.Scope.Transaction.FindReferredInTrashAsync(field, records.Keys, cancellationToken))
            {
                records[id].Diagnostics.Add(RecordDiagnostics.InUseInTrash(field.Form.Label, field.Label));
            }
        }
    }
}
