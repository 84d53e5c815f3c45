using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Indexes;

/// <summary>The DDL of added indexes.</summary>
internal static class IndexStatements
{
    /// <summary>
    /// The id follows the fields, so that what is equal in all of them is in the order of a list, too. Records in the trash are left out: no list
    /// asks for them, and whoever counts need not look at the rows. SQLite does not use such an index for one field's conditions joined
    /// by OR; there the index says itself what is in the trash.
    /// </summary>
    /// <param name="isOnline">Without keeping others from writing; not inside a transaction.</param>
    public static string Create(DatabaseProvider provider, string table, IReadOnlyList<string> columns, bool isOnline)
    {
        var (deletedAt, isSqlite) = (Quote(provider, SystemColumns.DeletedAt), provider == DatabaseProvider.Sqlite);
        var listed = string.Join(", ", columns.Append(SystemColumns.Id).Select(column => Quote(provider, column)));
        var online = isOnline && provider == DatabaseProvider.PostgreSql ? "CONCURRENTLY " : "";
        return $"CREATE INDEX {online}{Quote(provider, IndexName.For(table, columns))} ON {Quote(provider, table)} "
            + (isSqlite ? $"({listed}, {deletedAt})" : $"({listed}) WHERE {deletedAt} IS NULL");
    }

    public static string Drop(DatabaseProvider provider, CatalogIndex index, bool isOnline) => provider switch
    {
        DatabaseProvider.SqlServer => $"DROP INDEX {Quote(provider, index.Name)} ON {Quote(provider, index.Table)}",
        DatabaseProvider.PostgreSql when isOnline => $"DROP INDEX CONCURRENTLY {Quote(provider, index.Name)}",
        _ => $"DROP INDEX {Quote(provider, index.Name)}",
    };

    /// <summary>Names are made of keys, so that nothing in them has to be escaped.</summary>
    private static string Quote(DatabaseProvider provider, string name) => provider == DatabaseProvider.SqlServer ? $"[{name}]" : $"\"{name}\"";
}
