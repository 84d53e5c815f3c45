using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// Finds the fields that are not shown, once every value is decided. Nothing is asked of them: what was wrong with their input
/// is forgotten, and what could not be read is blank. A hidden sub-table hides the fields of its lines.
/// </summary>
internal sealed class HideFields : ISaveStep
{
    public Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        // Records before their lines.
        foreach (var part in batch.InOrderOfComputation.Reverse())
        {
            var subTable = part.Form.Parent?.Conditions?.VisibleWhen is null ? null : part.Form.Parent;
            foreach (var record in part.Records.Where(record => !record.IsDeleted))
            {
                Hide(part, record, subTable);
            }
        }

        return Task.CompletedTask;
    }

    private static void Hide(SaveBatch batch, PendingRecord record, FieldModel? subTable)
    {
        if (subTable is not null && record.Owner?.IsHidden(subTable) == true)
        {
            Hide(batch, record, batch.Form.Fields);
            return;
        }

        foreach (var conditions in batch.Form.Logic.Conditions.Where(conditions => !conditions.IsVisible(record, batch.Scope.ChangeOf(record))))
        {
            Hide(batch, record, [conditions.Field, .. conditions.Field.Parts]);
        }
    }

    /// <summary>The key field stays: it says which record is meant.</summary>
    private static void Hide(SaveBatch batch, PendingRecord record, IEnumerable<FieldModel> fields)
    {
        foreach (var field in fields.Where(field => field != batch.Scope.KeyField))
        {
            record.Hide(field);
        }
    }
}
