using System.Data.Common;
using LowCodeErp.Data.Model;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Records;

/// <summary>Looks up many records at once: one statement for some thousands of ids or values. The trash does not count unless it is asked for.</summary>
internal sealed class RecordReads(StoreSession session)
{
    public async Task<Dictionary<long, StoredRecord>> ReadAsync(
        RecordTable table, IReadOnlyCollection<long> ids, RecordState state, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, StoredRecord>(ids.Count);
        var read = Reader(table);
        void Take(DbDataReader reader)
        {
            var record = read(reader);
            found.Add(record.Id, record);
        }

        // Others bring rollups up to date without counting the version, so what is read of them has to stay.
        var isLocked = session.Dialect.LocksRows && table.Form.Rollups.Any();
        var (hint, tail) = isLocked ? (session.Dialect.LockHint, $" ORDER BY {table.Id.QuotedName}{session.Dialect.LockTail}") : ("", "");
        await LookUpAsync(RecordQuery(table, state, hint), tail, table.Id, ids.Distinct().Order().Cast<object>(), Take, cancellationToken);
        return found;
    }

    /// <summary>Those in the trash too; in the order of the ids, so that two who lock the same rows wait for one another once.</summary>
    public async Task LockAsync(RecordTable table, IReadOnlyCollection<long> ids, string hint, string tail, CancellationToken cancellationToken)
    {
        var query = new Query($"SELECT {table.Id.QuotedName} FROM {table.QuotedName}{hint} WHERE", $"{table.Id.QuotedName} > 0");
        var order = $" ORDER BY {table.Id.QuotedName}{tail}";
        await LookUpAsync(query, order, table.Id, ids.Distinct().Order().Cast<object>(), _ => { }, cancellationToken);
    }

    /// <summary>In the order of their positions.</summary>
    public async Task<List<StoredRecord>> ReadLinesAsync(
        RecordTable table, IReadOnlyCollection<long> parentIds, RecordState state, CancellationToken cancellationToken)
    {
        var found = new List<StoredRecord>();
        var read = Reader(table);
        var order = $" ORDER BY {session.Quote(SystemColumns.Position)}, {table.Id.QuotedName}";
        await LookUpAsync(
            RecordQuery(table, state),
            order,
            table.Of(table.Form.ParentReference!),
            parentIds.Distinct().Cast<object>(),
            reader => found.Add(read(reader)),
            cancellationToken);
        return found;
    }

    public async Task<Dictionary<long, int>> FindLastPlacesAsync(RecordTable table, IReadOnlyCollection<long> parentIds, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, int>();
        var parent = table.Of(table.Form.ParentReference!);
        await LookUpAsync(
            new($"SELECT {parent.QuotedName}, MAX({session.Quote(SystemColumns.Position)}) FROM {table.QuotedName} WHERE", Alive(table)),
            $" GROUP BY {parent.QuotedName}",
            parent,
            parentIds.Distinct().Cast<object>(),
            reader => found.Add(reader.GetInt64(0), reader.GetInt32(1)),
            cancellationToken);
        return found;
    }

    public async Task<Dictionary<object, long>> FindIdsAsync(
        RecordTable table, FieldModel field, IReadOnlyCollection<object> values, CancellationToken cancellationToken)
    {
        var (column, kind) = (table.Of(field.Compared), field.Storage.Kind);
        var ids = new Dictionary<object, long>(values.Count);
        await LookUpAsync(
            new($"SELECT {column.QuotedName}, MIN({table.Id.QuotedName}) FROM {table.QuotedName} WHERE", Alive(table)),
            $" GROUP BY {column.QuotedName}",
            column,
            values.Select(value => table.ComparedValue(field, value)).Distinct(),
            reader => ids.Add(column.Read(reader, 0, kind)!, reader.GetInt64(1)),
            cancellationToken);
        if (!field.IsSensitive)
        {
            return ids;
        }

        var found = new Dictionary<object, long>(values.Count);
        foreach (var value in values)
        {
            if (ids.TryGetValue(table.ComparedValue(field, value), out var id))
            {
                found[value] = id;
            }
        }

        return found;
    }

    public async Task<HashSet<long>> FindExistingAsync(
        RecordTable table, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var found = new HashSet<long>(ids.Count);
        await LookUpAsync(
            new($"SELECT {table.Id.QuotedName} FROM {table.QuotedName} WHERE", Alive(table)),
            "",
            table.Id,
            ids.Distinct().Cast<object>(),
            reader => found.Add(reader.GetInt64(0)),
            cancellationToken);
        return found;
    }

    /// <summary>Which of the ids the field holds, be it one a record or a list of them.</summary>
    public async Task<HashSet<long>> FindReferredAsync(
        RecordTable table, FieldModel field, IReadOnlyCollection<long> ids, RecordState state, CancellationToken cancellationToken)
    {
        var found = new HashSet<long>();
        var column = table.Of(field);
        var item = field.IsList ? new StoreColumn("value", "i.value", table.Id.Mapping) : column;
        var items = field.IsList ? " " + session.Dialect.Items($"{table.QuotedName}.{column.QuotedName}") : "";
        await LookUpAsync(
            new($"SELECT DISTINCT {item.QuotedName} FROM {table.QuotedName}{items} WHERE", table.IsIn(state)),
            "",
            item,
            ids.Distinct().Cast<object>(),
            reader => found.Add(reader.GetInt64(0)),
            cancellationToken);
        return found;
    }

    /// <summary>A user name wins over the same display name; of several people with one display name, the one who came first.</summary>
    public async Task<Dictionary<string, long>> FindMembersAsync(
        MemberColumns members, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var column in new[] { members.UserName, members.DisplayName })
        {
            await LookUpAsync(
                new($"SELECT {column.QuotedName}, MIN({members.Id.QuotedName}) FROM {members.QuotedTable} WHERE", members.ActiveCondition),
                $" GROUP BY {column.QuotedName}",
                column,
                names.Distinct(),
                reader => found.TryAdd(reader.GetString(0), reader.GetInt64(1)),
                cancellationToken);
        }

        return found;
    }

    public async Task<HashSet<long>> FindExistingMembersAsync(
        MemberColumns members, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var found = new HashSet<long>(ids.Count);
        await LookUpAsync(
            new($"SELECT {members.Id.QuotedName} FROM {members.QuotedTable} WHERE", members.ActiveCondition),
            "",
            members.Id,
            ids.Distinct().Cast<object>(),
            reader => found.Add(reader.GetInt64(0)),
            cancellationToken);
        return found;
    }

    private static string Alive(RecordTable table) => table.IsIn(RecordState.InUse);

    private static Query RecordQuery(RecordTable table, RecordState state, string hint = "")
    {
        var columns = new[] { table.Id, table.Version, table.UpdatedAt }.Concat(table.Fields.OfType<StoreColumn>())
            .Concat(table.Form.Parent is null ? [] : [table.Find(SystemColumns.Position)]);
        return new($"SELECT {string.Join(", ", columns.Select(column => column.QuotedName))} FROM {table.QuotedName}{hint} WHERE", table.IsIn(state));
    }

    private static Func<DbDataReader, StoredRecord> Reader(RecordTable table)
    {
        var fields = table.Form.StoredFields.Select(field => (Field: field, field.Storage.Kind, Column: table.Of(field))).ToArray();
        var (count, isLine) = (table.Form.Fields.Count, table.Form.Parent is not null);
        return reader =>
        {
            var id = reader.GetInt64(0);
            var values = new object?[count];
            for (var index = 0; index < fields.Length; index++)
            {
                var field = fields[index].Field;
                values[field.Ordinal] = table.Open(field, id, fields[index].Column.Read(reader, index + 3, fields[index].Kind));
            }

            return new(id, reader.GetInt64(1), (DateTime)table.UpdatedAt.Read(reader, 2, StorageKind.DateTime)!, values)
            {
                Position = isLine ? reader.GetInt32(fields.Length + 3) : 0,
            };
        };
    }

    private async Task LookUpAsync(
        Query query, string tail, StoreColumn column, IEnumerable<object> values, Action<DbDataReader> take, CancellationToken cancellationToken)
    {
        foreach (var chunk in values.Chunk(session.Dialect.LookupSize))
        {
            await using var command = session.CreateCommand(parameters => $"{query.Select} {session.Dialect.In(parameters, column, chunk)} AND {query.Condition}{tail}");
            await using var reader = await session.ReadAsync(command, cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                take(reader);
            }
        }
    }

    private readonly record struct Query(string Select, string Condition);
}
