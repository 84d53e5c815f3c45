using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Model;

/// <summary>Describes the forms' tables to EF: names, types, foreign keys and indexes.</summary>
internal sealed class WorkspaceModelBuilder(ModelBuilder model, ColumnTypes types)
{
    /// <summary>People read the tables with other tools: the fields stand first, as in the form, what the system keeps last.</summary>
    private const int FirstSystemColumn = 10_000;

    public void Build(WorkspaceModel workspace) => Build(workspace.Forms.Select(form => TableShape.Of(form)));

    public void Build(IEnumerable<TableShape> tables)
    {
        AmountUnits.Map(model);
        BuildMembers();
        BuildDepartments();
        BuildFiles();
        BuildShares();
        BuildTasks();
        TierTables.Build(model, types);
        foreach (var table in tables)
        {
            BuildForm(table);
        }
    }

    /// <summary>The platform's table of members, so that member fields have a foreign key and show names; its DDL is the platform's.</summary>
    private void BuildMembers()
        => model.SharedTypeEntity<Row>(MemberTable.Name, entity =>
        {
            entity.ToTable(MemberTable.Name, table => table.ExcludeFromMigrations());
            entity.IndexerProperty<long>(MemberTable.Id).ValueGeneratedNever();
            entity.IndexerProperty<string>(MemberTable.UserName);
            entity.IndexerProperty<string>(MemberTable.DisplayName);
            entity.IndexerProperty<bool>(MemberTable.IsActive);
            entity.HasKey(MemberTable.Id);
        });

    private void BuildDepartments()
        => model.SharedTypeEntity<Row>(DepartmentTable.Name, entity =>
        {
            entity.ToTable(DepartmentTable.Name, table => table.ExcludeFromMigrations());
            entity.IndexerProperty<long>(DepartmentTable.Id).ValueGeneratedNever();
            entity.IndexerProperty<string>(DepartmentTable.Title);
            entity.IndexerProperty<string>(DepartmentTable.Code);
            entity.IndexerProperty<string>(DepartmentTable.Trail);
            entity.HasKey(DepartmentTable.Id);
        });

    /// <summary>The platform's table of files, so that fields show what they are called.</summary>
    private void BuildFiles()
        => model.SharedTypeEntity<Row>(FileTable.Name, entity =>
        {
            entity.ToTable(FileTable.Name, table => table.ExcludeFromMigrations());
            entity.IndexerProperty<long>(FileTable.Id).ValueGeneratedNever();
            entity.IndexerProperty<string>(FileTable.FileName);
            entity.HasKey(FileTable.Id);
        });

    /// <summary>The platform's table of shared records, so that they are seen by whom they were shared with.</summary>
    private void BuildShares()
        => model.SharedTypeEntity<Row>(ShareTable.Name, entity =>
        {
            entity.ToTable(ShareTable.Name, table => table.ExcludeFromMigrations());
            entity.IndexerProperty<string>(ShareTable.Form);
            entity.IndexerProperty<long>(ShareTable.RecordId);
            entity.IndexerProperty<long>(ShareTable.MemberId);
            entity.IndexerProperty<bool>(ShareTable.MayEdit);
            entity.IndexerProperty<DateTime?>(ShareTable.Until);
            entity.HasKey(ShareTable.Form, ShareTable.RecordId, ShareTable.MemberId);
        });

    /// <summary>The platform's table of open tasks, so that whoever is asked about a record sees it.</summary>
    private void BuildTasks()
        => model.SharedTypeEntity<Row>(TaskTable.Name, entity =>
        {
            entity.ToTable(TaskTable.Name, table => table.ExcludeFromMigrations());
            entity.IndexerProperty<long>(TaskTable.InstanceId);
            entity.IndexerProperty<int>(TaskTable.SeatId);
            entity.IndexerProperty<string>(TaskTable.Asked);
            entity.IndexerProperty<string>(TaskTable.Flow);
            entity.IndexerProperty<long?>(TaskTable.FlowVersion);
            entity.IndexerProperty<string>(TaskTable.Block);
            entity.IndexerProperty<long>(TaskTable.RecordId);
            entity.IndexerProperty<long?>(TaskTable.HolderId);
            entity.HasKey(TaskTable.InstanceId, TaskTable.SeatId, TaskTable.Asked);
        });

    private void BuildForm(TableShape table)
        => model.SharedTypeEntity<Row>(table.Form.Key, entity =>
        {
            entity.ToTable(table.Form.Table);
            BuildKey(entity);
            BuildSystemColumns(entity, table.Form);
            foreach (var column in table.Columns)
            {
                BuildColumn(entity, column.Field);
                if (!column.IsBare)
                {
                    BuildConstraints(entity, column.Field);
                }
            }
        });

    private static void BuildKey(EntityTypeBuilder<Row> entity)
    {
        entity.IndexerProperty<long>(SystemColumns.Id).ValueGeneratedNever().HasColumnOrder(0);
        entity.HasKey(SystemColumns.Id);
    }

    private static void BuildSystemColumns(EntityTypeBuilder<Row> entity, FormModel form)
    {
        var order = FirstSystemColumn;
        entity.IndexerProperty<long>(SystemColumns.Version).HasColumnOrder(order++);
        entity.IndexerProperty<DateTime>(SystemColumns.CreatedAt).HasColumnOrder(order++);
        entity.IndexerProperty<long?>(SystemColumns.CreatedBy).HasColumnOrder(order++);
        entity.IndexerProperty<DateTime>(SystemColumns.UpdatedAt).HasColumnOrder(order++);
        entity.IndexerProperty<long?>(SystemColumns.UpdatedBy).HasColumnOrder(order++);
        entity.IndexerProperty<DateTime?>(SystemColumns.DeletedAt).HasColumnOrder(order++);
        if (form.Parent is not null)
        {
            entity.IndexerProperty<int>(SystemColumns.Position).HasColumnOrder(order);
        }
    }

    private void BuildColumn(EntityTypeBuilder<Row> entity, FieldModel field)
    {
        var property = entity.IndexerProperty(ColumnTypes.GetClrType(field.Storage.Kind), field.Column);
        property.HasColumnOrder(field.Ordinal + 1);
        types.Configure(property, field.Storage);
    }

    private void BuildConstraints(EntityTypeBuilder<Row> entity, FieldModel field)
    {
        if (ReferredTable(field) is { } referred)
        {
            // Records are moved to the trash, never deleted by the database behind the pipeline's back.
            entity.HasOne(referred, null).WithMany().HasForeignKey(field.Column).OnDelete(DeleteBehavior.Restrict);
        }

        if (field.IndexedField is { IsUnique: false })
        {
            entity.HasIndex(field.Column);
        }
        else if (field is { IsUnique: true, BlindIndex: null } or { IndexedField.IsUnique: true })
        {
            var filter = $"{types.Quote(field.Column)} IS NOT NULL AND {types.Quote(SystemColumns.DeletedAt)} IS NULL";
            entity.HasIndex(field.Column).IsUnique().HasFilter(filter);
        }
    }

    private static string? ReferredTable(FieldModel field)
        => field.IsList ? null : field.Shape is FieldShape.Reference ? field.Target!.Key : DirectoryTable.Of(field)?.Name;
}
