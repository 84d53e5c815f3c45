using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Records;

/// <summary>
/// When records of one batch pass a unique value from one to another, the first update would meet the value where it still is.
/// Such values are blanked first; the batch then writes what is meant.
/// </summary>
internal sealed class UniqueValueSwap(StoreSession session, RecordTable table, RecordReads reads)
{
    public async Task ReleaseAsync(IReadOnlyList<RecordWrite> records, CancellationToken cancellationToken)
    {
        if (records.Count < 2)
        {
            return;
        }

        foreach (var field in table.Form.StoredFields.Where(field => field.IsUnique))
        {
            var passed = await FindPassedAsync(field, records, cancellationToken);
            if (passed.Count > 0)
            {
                await BlankAsync(field, passed, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyCollection<object>> FindPassedAsync(
        FieldModel field, IReadOnlyList<RecordWrite> records, CancellationToken cancellationToken)
    {
        var wanted = new Dictionary<object, long>();
        foreach (var record in records.Where(record => !record.IsDeleted && record.Values[field.Ordinal] is not null))
        {
            wanted[record.Values[field.Ordinal]!] = record.Id;
        }

        var batch = records.Select(record => record.Id).ToHashSet();
        var owners = await reads.FindIdsAsync(table, field, wanted.Keys, cancellationToken);
        var passed = owners.Where(owner => owner.Value != wanted[owner.Key] && batch.Contains(owner.Value));
        return [.. passed.Select(owner => (object)owner.Value)];
    }

    private async Task BlankAsync(FieldModel field, IReadOnlyCollection<object> ids, CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(session.Dialect.LookupSize))
        {
            await using var command = session.CreateCommand(
                parameters => $"UPDATE {table.QuotedName} SET {table.Of(field.Compared).QuotedName} = NULL WHERE {session.Dialect.In(parameters, table.Id, chunk)}");
            await session.ExecuteAsync(command, cancellationToken);
        }
    }
}
