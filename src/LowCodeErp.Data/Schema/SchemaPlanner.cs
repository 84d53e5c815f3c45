using LowCodeErp.Data.Model;
using LowCodeErp.Runtime.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Schema;

/// <summary>
/// Plans the DDL between two published states. What goes is renamed (<see cref="RemovalOperations"/>), what comes back is named
/// as it was (<see cref="RestoreOperations"/>); additions come from EF's differ, which sees the old state as it is then, so
/// that it has nothing to take for renamed.
/// </summary>
internal sealed class SchemaPlanner(WorkspaceContext services)
{
    private readonly SchemaModels _models = new(services);

    private bool IsSqlite => services.Database.IsSqlite();

    /// <param name="converted">The fields that get a new column.</param>
    public SchemaPlan Plan(SchemaComparison comparison, IReadOnlySet<FieldPair> converted)
    {
        var target = _models.Build(comparison.To.Forms.Select(form => TableShape.Of(form)));
        var stay = comparison.Fields.Where(pair => !converted.Contains(pair)).ToList();
        var remainder = _models.Build(comparison.Forms.Select(form => new TableShape(form.New, [.. stay.Where(pair => pair.Form == form).Select(ToColumn)])));
        IReadOnlyList<MigrationOperation> operations =
        [
            .. FindMoves(comparison, converted),
            .. services.GetService<IMigrationsModelDiffer>().GetDifferences(remainder.GetRelationalModel(), target.GetRelationalModel()),
        ];
        if (IsSqlite)
        {
            var sqlite = new SqliteOperations(services.GetService<ISqlGenerationHelper>(), FindLinked(stay));
            operations = sqlite.Fold(operations);
            if (sqlite.Diagnostics.Count > 0)
            {
                return SchemaPlan.Refused(sqlite.Diagnostics);
            }
        }

        var generator = services.GetService<IMigrationsSqlGenerator>();
        var commands = generator.Generate([.. operations.Where(operation => !IsConstraint(operation))], target);
        var constraints = generator.Generate([.. operations.Where(IsConstraint)], target);
        return new(operations, commands, constraints, []);
    }

    private static bool IsConstraint(MigrationOperation operation) => operation is CreateIndexOperation or AddForeignKeyOperation;

    /// <summary>A column that comes back, by itself or with its table, has lost its index and foreign key.</summary>
    private static ColumnShape ToColumn(FieldPair pair) => new(pair.Old, IsBare: pair.Kept is not null || pair.Form.Kept is not null);

    private IEnumerable<MigrationOperation> FindMoves(SchemaComparison comparison, IReadOnlySet<FieldPair> converted)
    {
        var restored = comparison.Forms.Where(form => form.Kept is not null).ToList();
        var before = _models.Build([
            .. comparison.From.Forms.Select(form => TableShape.Of(form)),
            .. restored.Select(form => TableShape.Of(form.Old, isBare: true)),
        ]).GetRelationalModel();
        var restores = new RestoreOperations(before, !IsSqlite);
        var removals = new RemovalOperations(before, comparison.To.Version, !IsSqlite);
        return [
            .. restored.SelectMany(restores.Restore),
            .. RemovedColumns(comparison, converted).SelectMany(field => removals.Remove(field.Form.Table, field.Column)),
            .. comparison.RemovedForms.SelectMany(form => removals.Remove(form.Table)),
            .. comparison.Fields.Where(pair => pair.Kept is not null && !converted.Contains(pair)).Select(RestoreOperations.Restore),
        ];
    }

    /// <summary>Of forms that stay. A conversion from a kept column leaves that where it is.</summary>
    public static IEnumerable<FieldModel> RemovedColumns(SchemaComparison comparison, IReadOnlySet<FieldPair> converted)
        => comparison.RemovedFields.Select(removed => removed.Field).Concat(converted.Where(pair => pair.Kept is null).Select(pair => pair.Old));

    /// <summary>SQLite keeps the foreign key of a column that is renamed.</summary>
    private static HashSet<(string Table, string Column)> FindLinked(IEnumerable<FieldPair> stay)
        => [.. stay.Where(pair => pair.Old.HoldsIds && !pair.Old.IsList && (pair.Kept is not null || pair.Form.Kept is not null)).Select(pair => (pair.New.Form.Table, pair.New.Column))];
}
