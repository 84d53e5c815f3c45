using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// Decides which records are new, by their id or by the request's key field, and reads the stored state of the others. A
/// record that somebody else changed or deleted since it was read is a conflict.
/// </summary>
internal sealed class FindStored : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        await FindByKeyAsync(batch, cancellationToken);
        var ids = batch.Records.Where(record => record.Id != 0).Select(record => record.Id).ToHashSet();
        var stored = ids.Count == 0
            ? new Dictionary<long, StoredRecord>()
            : await batch.Scope.Transaction.ReadAsync(batch.Form, ids, cancellationToken);
        foreach (var record in batch.Records)
        {
            if (record.Id == 0)
            {
                record.Values = new object?[batch.Form.Fields.Count];
            }
            else if (stored.TryGetValue(record.Id, out var found))
            {
                record.Adopt(found);
                ReportRepetition(batch.Scope, record);
            }

            if (IsOutdated(record))
            {
                batch.Scope.Conflict = await DescribeAsync(batch, record, cancellationToken);
                return;
            }
        }
    }

    /// <summary>Whoever may not see the record learns no more than that it is not there for him.</summary>
    private static async Task<ChangeConflict> DescribeAsync(SaveBatch batch, PendingRecord record, CancellationToken cancellationToken)
    {
        var conflict = await batch.Scope.Transaction.DescribeConflictAsync(batch.Form, record.Id, record.Input.Version ?? 0, cancellationToken);
        if (batch.Scope.Access.IsUnlimited || batch.Form.Parent is not null)
        {
            return conflict;
        }

        var rights = new SaveRights(batch.Scope, batch.Form);
        await rights.AskAsync([record.Id], [AccessOperation.View], conflict.Fields, cancellationToken);
        return rights.May(AccessOperation.View, record.Id)
            ? conflict with { Fields = [.. conflict.Fields.Where(field => rights.MaySee(field, record.Id))] }
            : new(record.Id, null, null, [], IsDeleted: true);
    }

    private static void ReportRepetition(SaveScope scope, PendingRecord record)
    {
        if (scope is { KeyField: { } field, Request.At: not null } && record.Stored!.UpdatedAt == scope.At)
        {
            record.Diagnostics.Add(RecordDiagnostics.KeyRepeated(record.PathOf(field), field.Label, $"{record[field].Content}"));
        }
    }

    private static bool IsOutdated(PendingRecord record)
        => record.Id != 0 && (record.Stored is null || (record.Input.Version is { } version && version != record.Stored.Version));

    /// <summary>A key that the actor may not read finds nothing: he would learn which record has it.</summary>
    private static async Task FindByKeyAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Scope.KeyField is not { } field)
        {
            return;
        }

        var keys = batch.Records.Select(record => ReadKey(record, field)).ToList();
        var ids = await batch.Scope.Transaction.FindIdsAsync(field, keys.OfType<object>().ToHashSet(), cancellationToken);
        var isRead = await SaveRights.FindReadableAsync(batch.Scope, field, [.. ids.Values], cancellationToken);
        var seen = new HashSet<object>();
        foreach (var (record, key) in batch.Records.Zip(keys))
        {
            if (key is not null)
            {
                AdoptId(record, field, key, ids.TryGetValue(key, out var id) && isRead(id) ? id : 0, isRepeated: !seen.Add(field.ComparedBy(key)));
            }
        }
    }

    /// <summary>A request that names the same record twice does not say which of the two is meant.</summary>
    private static void AdoptId(PendingRecord record, FieldModel field, object key, long id, bool isRepeated)
    {
        if (isRepeated)
        {
            record.Diagnostics.Add(RecordDiagnostics.KeyRepeated(record.PathOf(field), field.Label, key.ToString()!));
        }
        else
        {
            record.Id = id;
        }
    }

    /// <summary>Null when the key is blank or unreadable; the reading of the fields reports the latter.</summary>
    private static object? ReadKey(PendingRecord record, FieldModel field)
    {
        var key = field.Type.Read(record.Input.Values.GetValueOrDefault(field.Key), field.Settings, field.Key, new());
        if (key.IsBlank)
        {
            record.Diagnostics.Add(RecordDiagnostics.KeyMissing(record.PathOf(field), field.Label));
        }

        return key.Content;
    }
}
