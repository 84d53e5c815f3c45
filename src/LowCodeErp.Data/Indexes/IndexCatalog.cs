using System.Data.Common;
using System.Globalization;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Indexes;

namespace LowCodeErp.Data.Indexes;

/// <summary>Asks the database which indexes there are.</summary>
internal static class IndexCatalog
{
    /// <summary>Of all tables; of those whose names are no keys too.</summary>
    public static Task<IReadOnlyList<CatalogIndex>> ReadAsync(
        DbConnection connection, DbTransaction? transaction, DatabaseProvider provider, CancellationToken cancellationToken)
        => ReadAsync(connection, transaction, provider, table: null, cancellationToken);

    /// <summary>Those of a form's table that a query of records in use can make use of.</summary>
    public static async Task<IReadOnlyList<TableIndex>> ReadAsync(DbConnection connection, DatabaseProvider provider, FormModel form, CancellationToken cancellationToken)
        => [.. (await ReadAsync(connection, null, provider, form.Table, cancellationToken)).Where(index => Serves(index, form)).Select(index => new TableIndex(index.Name, index.Columns))];

    /// <summary>Of those that leave out rows it is known what they leave out: the trash, and blanks which no comparison finds.</summary>
    private static bool Serves(CatalogIndex index, FormModel form)
        => index.IsUsable && (!index.IsPartial || index.IsAdded || form.StoredFields.Any(field => field.IsUnique && index.Columns.SequenceEqual([field.Column])));

    private static async Task<IReadOnlyList<CatalogIndex>> ReadAsync(
        DbConnection connection, DbTransaction? transaction, DatabaseProvider provider, string? table, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Query(provider, table is null ? null : "@table");
        if (table is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@table", table);
            command.Parameters.Add(parameter);
        }

        var columns = new List<(string Table, string Name, bool IsPartial, bool IsUsable, string Column)>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var column = await reader.IsDBNullAsync(4, cancellationToken) ? "" : reader.GetString(4);
            columns.Add((reader.GetString(0), reader.GetString(1), IsTrue(reader, 2), IsTrue(reader, 3), column));
        }

        return [.. columns.GroupBy(column => (column.Table, column.Name))
            .Select(index => new CatalogIndex(index.Key.Table, index.Key.Name, [.. index.Select(column => column.Column)], index.First().IsPartial, index.First().IsUsable))];
    }

    private static bool IsTrue(DbDataReader reader, int place) => Convert.ToBoolean(reader.GetValue(place), CultureInfo.InvariantCulture);

    /// <summary>Table, name, partial, usable, column; the columns of an index in their order.</summary>
    private static string Query(DatabaseProvider provider, string? table) => provider switch
    {
        DatabaseProvider.Sqlite =>
            $"""
            SELECT t.name, i.name, i.partial, 1, CASE WHEN c.cid = -2 THEN NULL WHEN c.cid = -1 THEN '{SystemColumns.Id}' ELSE c.name END
            FROM sqlite_master AS t, pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c
            WHERE t.type = 'table'{(table is null ? "" : $" AND t.name = {table}")} ORDER BY t.name, i.name, c.seqno
            """,
        DatabaseProvider.PostgreSql =>
            $"""
            SELECT t.relname::text, n.relname::text, i.indpred IS NOT NULL, i.indisvalid, a.attname::text
            FROM pg_index AS i JOIN pg_class AS t ON t.oid = i.indrelid JOIN pg_class AS n ON n.oid = i.indexrelid
            CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(number, place)
            LEFT JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = k.number AND k.number > 0
            WHERE t.relnamespace = current_schema()::regnamespace AND k.place <= i.indnkeyatts{(table is null ? "" : $" AND t.relname = {table}")} ORDER BY 1, 2, k.place
            """,
        _ =>
            $"""
            SELECT t.name, i.name, i.has_filter, CASE WHEN i.is_disabled = 1 THEN 0 ELSE 1 END, c.name
            FROM sys.indexes AS i JOIN sys.tables AS t ON t.object_id = i.object_id
            JOIN sys.index_columns AS x ON x.object_id = i.object_id AND x.index_id = i.index_id AND x.is_included_column = 0
            JOIN sys.columns AS c ON c.object_id = x.object_id AND c.column_id = x.column_id
            WHERE i.name IS NOT NULL{(table is null ? "" : $" AND t.name = {table}")} ORDER BY t.name, i.name, x.key_ordinal
            """,
    };
}
