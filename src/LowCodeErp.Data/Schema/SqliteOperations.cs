using LowCodeErp.Core.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Schema;

/// <summary>
/// Brings operations into the form that SQLite can carry out inside a transaction: foreign keys become part of the CREATE TABLE
/// or ADD COLUMN that they belong to, and changed lengths or digits, which SQLite's types do not know, are left out. EF would
/// rebuild the table for the rest, which needs foreign keys off outside the transaction and can commit half-way.
/// </summary>
/// <param name="linked">Columns that have their foreign key already.</param>
internal sealed class SqliteOperations(ISqlGenerationHelper sql, IReadOnlySet<(string Table, string Column)> linked)
{
    private readonly List<MigrationOperation> _operations = [];
    private readonly List<Diagnostic> _diagnostics = [];

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public IReadOnlyList<MigrationOperation> Fold(IReadOnlyList<MigrationOperation> operations)
    {
        foreach (var operation in operations)
        {
            Add(operation);
        }

        return _operations;
    }

    private void Add(MigrationOperation operation)
    {
        switch (operation)
        {
            case AddForeignKeyOperation { Columns: [var column] } known when linked.Contains((known.Table, column)):
                break;
            case AddForeignKeyOperation foreignKey:
                FoldForeignKey(foreignKey);
                break;
            case AlterColumnOperation alter when alter.ColumnType == alter.OldColumn.ColumnType && alter.IsNullable == alter.OldColumn.IsNullable:
                break;
            case CreateTableOperation or RenameTableOperation or RenameColumnOperation or CreateIndexOperation or DropIndexOperation
                or AddColumnOperation { IsNullable: true }:
                _operations.Add(operation);
                break;
            default:
                Refuse(operation);
                break;
        }
    }

    private void FoldForeignKey(AddForeignKeyOperation foreignKey)
    {
        if (_operations.OfType<CreateTableOperation>().FirstOrDefault(create => create.Name == foreignKey.Table) is { } table)
        {
            table.ForeignKeys.Add(foreignKey);
            return;
        }

        var place = _operations.FindIndex(operation => operation is AddColumnOperation column
            && column.Table == foreignKey.Table && foreignKey.Columns is [var only] && column.Name == only);
        if (place < 0)
        {
            Refuse(foreignKey);
            return;
        }

        _operations[place] = AddColumn((AddColumnOperation)_operations[place], foreignKey);
    }

    private SqlOperation AddColumn(AddColumnOperation column, AddForeignKeyOperation foreignKey) => new()
    {
        Sql = $"ALTER TABLE {sql.DelimitIdentifier(column.Table)} ADD {sql.DelimitIdentifier(column.Name)} {column.ColumnType} NULL "
            + $"CONSTRAINT {sql.DelimitIdentifier(foreignKey.Name)} REFERENCES {sql.DelimitIdentifier(foreignKey.PrincipalTable)} "
            + $"({sql.DelimitIdentifier(foreignKey.PrincipalColumns![0])}) ON DELETE RESTRICT;",
    };

    private void Refuse(MigrationOperation operation)
    {
        var table = (operation as ITableMigrationOperation)?.Table ?? "";
        _diagnostics.Add(SchemaDiagnostics.NotSupported(table, operation.GetType().Name.Replace("Operation", "", StringComparison.Ordinal)));
    }
}
