using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Files go with their records in the same transaction: those that were added are no longer pending, those that were removed go a day later.</summary>
internal sealed class AttachFiles : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        foreach (var part in batch.All)
        {
            foreach (var field in part.Form.FileFields)
            {
                foreach (var record in part.Records.Where(record => record is { IsDeleted: false, IsRestored: false } && record.IsFieldChanged(field)))
                {
                    await MoveAsync(part, record, field, cancellationToken);
                }
            }
        }
    }

    private static async Task MoveAsync(SaveBatch batch, PendingRecord record, FieldModel field, CancellationToken cancellationToken)
    {
        var files = batch.Scope.Transaction.Files;
        var holder = new FileHolder(batch.Form.Key, record.Id, field.Key);
        var (before, after) = (IdsOf(record.Stored?.Values[field.Ordinal]), IdsOf(record.Values[field.Ordinal]));
        if (before.Except(after).ToList() is { Count: > 0 } removed)
        {
            await files.ReleaseAsync(holder, removed, batch.Scope.At, cancellationToken);
        }

        var added = after.Except(before).ToList();
        if (added.Count > 0 && await files.AttachAsync(holder, batch.Scope.Actor.MemberId, added, cancellationToken) < added.Count)
        {
            record.Diagnostics.Add(FileDiagnostics.Gone(record.PathOf(field), field.Label));
        }
    }

    private static IEnumerable<long> IdsOf(object? content) => content is ValueList list ? list.Items.Cast<long>() : [];
}
