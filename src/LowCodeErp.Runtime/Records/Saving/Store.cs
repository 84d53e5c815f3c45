namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Writes what changed: records before their lines, since lines refer to them.</summary>
internal sealed class Store : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        await AllocateIdsAsync(batch, cancellationToken);
        foreach (var line in batch.Lines.SelectMany(lines => lines.Records))
        {
            line.Parent!.HasChangedLines |= line.IsChanged;
        }

        foreach (var parent in ParentsOfChangedLines(batch))
        {
            parent.HasChangedLines = true;
        }

        foreach (var part in batch.All)
        {
            await WriteAsync(part, cancellationToken);
        }
    }

    /// <summary>Where the lines came without their records.</summary>
    private static IEnumerable<PendingRecord> ParentsOfChangedLines(SaveBatch batch)
    {
        var changed = batch.Parents is null ? [] : batch.Records.Where(line => line.IsChanged).SelectMany(line => FindParents.IdsOf(batch.Form, line)).ToHashSet();
        return batch.Parents?.Records.Where(parent => changed.Contains(parent.Id)) ?? [];
    }

    private static async Task AllocateIdsAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        var added = batch.All.SelectMany(part => part.Records).Where(record => record.IsNew).ToList();
        var next = added.Count == 0 ? 0 : await batch.Scope.Transaction.AllocateIdsAsync(added.Count, cancellationToken);
        foreach (var record in added)
        {
            record.Id = next++;
        }

        foreach (var lines in batch.Lines)
        {
            foreach (var line in lines.Records)
            {
                line.Values[lines.Form.ParentReference!.Ordinal] = line.Parent!.Id;
            }
        }
    }

    private static async Task WriteAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        var (scope, form) = (batch.Scope, batch.Form);
        var changed = batch.Records.Where(record => record.IsChanged).ToList();
        var updates = ToWrites(scope, changed.Where(record => !record.IsNew && !record.IsRestored));
        var restored = ToWrites(scope, changed.Where(record => record.IsRestored));
        var inserts = ToWrites(scope, changed.Where(record => record.IsNew));
        var outdated = updates.Count == 0 ? [] : await scope.Transaction.UpdateAsync(form, updates, cancellationToken);
        if (outdated.Count == 0 && restored.Count > 0)
        {
            outdated = await scope.Transaction.RestoreAsync(form, restored, cancellationToken);
        }

        if (outdated is [var first, ..])
        {
            var read = updates.Concat(restored).First(write => write.Id == first).Version - 1;
            scope.Conflict ??= await scope.Transaction.DescribeConflictAsync(form, first, read, cancellationToken);
        }
        else if (inserts.Count > 0)
        {
            await scope.Transaction.InsertAsync(form, inserts, cancellationToken);
        }
    }

    /// <summary>In the order of their ids: of two who write the same records one then waits for the other, and not each for the other.</summary>
    private static List<RecordWrite> ToWrites(SaveScope scope, IEnumerable<PendingRecord> records)
        => [.. records.OrderBy(record => record.Id).Select(record => record.ToWrite(scope))];
}
