using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Records.Saving;

namespace LowCodeErp.Runtime.Rollups;

/// <summary>
/// From changed records upwards: their rollups, the stored formulas that rest on those, the rollups over these, and so on; one
/// statement for each rollup, however many records. A rollup comes after all that it rests on.
/// </summary>
/// <param name="request">The records whose change began it; they are told what goes wrong.</param>
/// <param name="checksRecords">Whether the conditions of the records that are rolled up into are asked, as when they are saved.</param>
internal sealed class RollupCascade(SaveBatch request, bool checksRecords)
{
    private static readonly IReadOnlyList<ISaveStep> Computing = [new GatherLines(), new Calculate(clearsHidden: false)];
    private static readonly IReadOnlyList<ISaveStep> Checks = [new HideFields(), new CheckFields(), new CheckValidations()];

    /// <summary>The records to be brought up to date, each with the place in the request of one that changed it.</summary>
    private readonly Dictionary<FieldRollup, Dictionary<long, int>> _pending = [];

    private IRecordTransaction Transaction => request.Scope.Transaction;

    /// <summary>What follows from records that have been written; of those back from the trash their own rollups too, which may be newer than their deletion.</summary>
    public async Task AddAsync(SaveBatch changed, CancellationToken cancellationToken)
    {
        foreach (var record in changed.Records.Where(record => record.IsRestored))
        {
            foreach (var rollup in Transaction.Rollups.Where(rollup => rollup.Field.Form.Key == changed.Form.Key))
            {
                Add(rollup, record.Id, record.Index);
            }
        }

        foreach (var rollup in Transaction.Rollups)
        {
            if (rollup.Records.Key == changed.Form.Key)
            {
                await AddOwnersAsync(rollup, [.. changed.Records.Where(record => IsConcerned(rollup, record))], cancellationToken);
            }

            foreach (var referred in rollup.Referred.Where(referred => referred.Field.Form.Key == changed.Form.Key).GroupBy(referred => referred.Reference))
            {
                var records = changed.Records.Where(record => !record.IsNew && referred.Any(read => record.IsFieldChanged(read.Field))).ToList();
                await AddThroughAsync(rollup, referred.Key, records, cancellationToken);
            }
        }
    }

    public void Add(FieldRollup rollup, IEnumerable<long> ids)
    {
        foreach (var id in ids)
        {
            Add(rollup, id, index: 0);
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (_pending.Count > 0)
        {
            var first = _pending.Keys.MinBy(rollup => rollup.Field.Rank)!;
            var together = _pending.Where(entry => entry.Key.Field.Form == first.Field.Form && entry.Key.Field.Rank == first.Field.Rank).ToList();
            together.ForEach(entry => _pending.Remove(entry.Key));
            await UpdateAsync(first.Field.Form, together, cancellationToken);
        }
    }

    private static bool IsConcerned(FieldRollup rollup, PendingRecord record)
        => record.IsChanged && (record.IsNew || record.IsDeleted || rollup.Own.Any(record.IsFieldChanged));

    /// <summary>Of a record that moved, both that it refers to and that it referred to.</summary>
    private async Task AddOwnersAsync(FieldRollup rollup, IReadOnlyList<PendingRecord> records, CancellationToken cancellationToken)
    {
        foreach (var record in records)
        {
            foreach (var id in new[] { record.Stored?.Values[rollup.Reference.Ordinal], record.Values[rollup.Reference.Ordinal] }.OfType<long>())
            {
                Add(rollup, id, record.Index);
            }
        }

        // Whoever changes at the same time what the condition reads has to be seen, or to see these records.
        foreach (var reference in rollup.Referred.Select(referred => referred.Reference).Distinct())
        {
            var ids = records.Select(record => record.Values[reference.Ordinal]).OfType<long>().Distinct().ToList();
            await Transaction.HoldAsync(reference.Target!, ids, cancellationToken);
        }
    }

    private async Task AddThroughAsync(FieldRollup rollup, FieldModel reference, IReadOnlyList<PendingRecord> records, CancellationToken cancellationToken)
    {
        if (records.Count > 0)
        {
            var owners = await Transaction.FindOwnersAsync(rollup, reference, [.. records.Select(record => record.Id)], cancellationToken);
            foreach (var id in owners)
            {
                Add(rollup, id, records[0].Index);
            }
        }
    }

    private void Add(FieldRollup rollup, long id, int index)
    {
        if (!_pending.TryGetValue(rollup, out var ids))
        {
            _pending[rollup] = ids = [];
        }

        ids.TryAdd(id, index);
    }

    private async Task UpdateAsync(FormModel form, IReadOnlyList<KeyValuePair<FieldRollup, Dictionary<long, int>>> rollups, CancellationToken cancellationToken)
    {
        var ids = rollups.SelectMany(rollup => rollup.Value.Keys).Distinct().Order().ToList();
        await Transaction.LockAsync(form, ids, cancellationToken);
        var isRead = rollups.Any(rollup => rollup.Key.IsRead);
        var before = isRead ? await Transaction.ReadAsync(form, ids, cancellationToken) : null;
        foreach (var (rollup, owners) in rollups)
        {
            await Transaction.UpdateRollupAsync(rollup, owners.Keys, cancellationToken);
        }

        if (before is not null)
        {
            var after = await Transaction.ReadAsync(form, ids, cancellationToken);
            var changed = after.Values
                .Where(record => rollups.Any(rollup => !Equals(record.Values[rollup.Key.Field.Ordinal], before[record.Id].Values[rollup.Key.Field.Ordinal])))
                .Select(record => ToPending(before[record.Id], record, rollups.Select(rollup => rollup.Value).First(owners => owners.ContainsKey(record.Id))[record.Id]));
            await FollowAsync(new() { Form = form, Records = [.. changed], Scope = request.Scope, IsOnlyComputed = true }, cancellationToken);
        }
    }

    private static PendingRecord ToPending(StoredRecord before, StoredRecord after, int index)
    {
        var record = new PendingRecord { Index = index, Input = new() };
        record.Adopt(before);
        record.Values = (object?[])after.Values.Clone();
        return record;
    }

    /// <summary>Computes and checks the records as when they are saved. Their version stays: nobody has changed what people enter.</summary>
    private async Task FollowAsync(SaveBatch owners, CancellationToken cancellationToken)
    {
        if (owners.Records.Count == 0)
        {
            return;
        }

        foreach (var step in checksRecords ? Computing.Concat(Checks) : Computing)
        {
            await step.RunAsync(owners, cancellationToken);
        }

        if (owners.HasErrors)
        {
            Report(request, owners);
            return;
        }

        if (checksRecords)
        {
            request.Scope.Followed.Add(owners);
        }

        FieldModel[] computed = [.. owners.Form.Logic.Formulas.Select(formula => formula.Field)];
        var writes = owners.Records.Where(record => computed.Any(record.IsFieldChanged)).Select(record => record.ToWrite(request.Scope)).ToList();
        if (writes.Count > 0)
        {
            await Transaction.UpdateComputedAsync(owners.Form, computed, writes, cancellationToken);
        }

        await AddAsync(owners, cancellationToken);
    }

    /// <summary>Whoever saved is told what is wrong with the records into which is rolled up.</summary>
    public static void Report(SaveBatch request, SaveBatch owners)
    {
        foreach (var record in owners.Records.Where(record => record.HasErrors))
        {
            var cause = request.Records.FirstOrDefault(candidate => candidate.Index == record.Index) ?? request.Records[0];
            cause.Diagnostics.Add(RollupDiagnostics.NotAllowed(owners.Form, record.Problems.First(problem => problem.Severity == Severity.Error)));
        }
    }
}
