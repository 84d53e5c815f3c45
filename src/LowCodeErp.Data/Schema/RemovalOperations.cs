using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace LowCodeErp.Data.Schema;

/// <summary>
/// Takes columns and tables out of use without losing anything: they are renamed to <c>_removed_name_version</c>, and what
/// would get in the way of successors of the same name (indexes, names of constraints) goes. A field or form that comes
/// back under its old key starts empty; the old values stay where they are until an administrator purges them.
/// </summary>
/// <param name="version">The version of the workspace in which they are no longer there.</param>
/// <param name="dropsForeignKeys">SQLite cannot drop one without rebuilding the table, and does not mind two of one name.</param>
internal sealed class RemovalOperations(IRelationalModel model, long version, bool dropsForeignKeys)
{
    public IEnumerable<MigrationOperation> Remove(string tableName, string columnName)
    {
        var table = model.FindTable(tableName, null)!;
        var column = table.FindColumn(columnName)!;
        return [
            .. table.Indexes.Where(index => index.Columns.Contains(column)).Select(Drop),
            .. table.ForeignKeyConstraints.Where(key => dropsForeignKeys && key.Columns.Contains(column)).Select(Drop),
            new RenameColumnOperation { Table = tableName, Name = columnName, NewName = RemovedNames.For(columnName, version) },
        ];
    }

    public IEnumerable<MigrationOperation> Remove(string tableName)
    {
        var table = model.FindTable(tableName, null)!;
        return [
            .. table.Indexes.Select(Drop),
            .. dropsForeignKeys ? FreeConstraintNames(table) : [],
            new RenameTableOperation { Name = tableName, NewName = RemovedNames.For(tableName, version) },
        ];
    }

    /// <summary>The names of primary keys belong to the schema on servers, not to their table.</summary>
    private IEnumerable<MigrationOperation> FreeConstraintNames(ITable table) => [
        .. table.ForeignKeyConstraints.Select(Drop),
        new RenameIndexOperation { Table = table.Name, Name = table.PrimaryKey!.Name, NewName = RemovedNames.For(table.PrimaryKey.Name, version) },
    ];

    private static DropIndexOperation Drop(ITableIndex index) => new() { Name = index.Name, Table = index.Table.Name };

    private static DropForeignKeyOperation Drop(IForeignKeyConstraint key) => new() { Name = key.Name, Table = key.Table.Name };
}
