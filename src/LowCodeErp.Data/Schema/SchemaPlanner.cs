using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Model;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace LowCodeErp.Data.Schema;

/// <summary>
/// Compares two published states and plans the DDL between them. Additions come from EF's differ, which sees the old state
/// without what is removed, so that it has nothing to take for renamed; removals are <see cref="RemovalOperations"/>.
/// </summary>
internal sealed class SchemaPlanner(WorkspaceContext services)
{
    private readonly SchemaModels _models = new(services);

    private bool IsSqlite => services.Database.IsSqlite();

    public SchemaPlan Plan(WorkspaceModel from, WorkspaceModel to)
    {
        var comparison = new SchemaComparison(from, to);
        var refusals = comparison.FindRefusals().ToList();
        return refusals.Count > 0 ? SchemaPlan.Refused(refusals) : Plan(comparison);
    }

    private SchemaPlan Plan(SchemaComparison comparison)
    {
        var target = _models.Build(comparison.To);
        IReadOnlyList<MigrationOperation> operations = [.. FindRemovals(comparison), .. FindAdditions(comparison, target)];
        if (IsSqlite)
        {
            var sqlite = new SqliteOperations(services.GetService<ISqlGenerationHelper>());
            operations = sqlite.Fold(operations);
            if (sqlite.Diagnostics.Count > 0)
            {
                return SchemaPlan.Refused(sqlite.Diagnostics);
            }
        }

        var commands = services.GetService<IMigrationsSqlGenerator>().Generate(operations, target);
        return new(operations, commands, []);
    }

    private IEnumerable<MigrationOperation> FindRemovals(SchemaComparison comparison)
    {
        var removals = new RemovalOperations(_models.Build(comparison.From).GetRelationalModel(), comparison.To.Version, !IsSqlite);
        return [
            .. comparison.RemovedFields.SelectMany(field => removals.Remove(field.Form.Table, field.Column)),
            .. comparison.RemovedForms.SelectMany(form => removals.Remove(form.Table)),
        ];
    }

    private IReadOnlyList<MigrationOperation> FindAdditions(SchemaComparison comparison, IModel target)
    {
        var remainder = _models.Build(comparison.From, comparison.StaysForm, comparison.StaysField);
        return services.GetService<IMigrationsModelDiffer>().GetDifferences(remainder.GetRelationalModel(), target.GetRelationalModel());
    }
}
