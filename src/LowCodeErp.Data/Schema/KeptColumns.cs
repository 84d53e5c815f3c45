using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Schema;

/// <summary>The register of what is kept, <c>sys_kept</c>, and the forms and fields that it was.</summary>
internal sealed class KeptColumns(PlatformContext context, IEarlierVersions earlier)
{
    /// <summary>What may come back when one state is published after another.</summary>
    public async Task<KeptModels> FindAsync(WorkspaceModel from, WorkspaceModel to, CancellationToken cancellationToken)
    {
        var rows = await context.KeptColumns.AsTracking().OrderByDescending(kept => kept.Version).ToListAsync(cancellationToken);
        var wanted = rows.Where(row => IsWanted(row, from, to)).ToList();
        var forms = new Dictionary<string, KeptForm>(StringComparer.Ordinal);
        var fields = new List<KeptField>();
        foreach (var versions in wanted.GroupBy(row => row.Version - 1))
        {
            var then = await earlier.FindAsync(context, versions.Key, cancellationToken);
            foreach (var row in versions.Where(row => then?.FindForm(row.Form) is not null))
            {
                var form = then!.FindForm(row.Form)!;
                if (row.IsTable)
                {
                    forms.TryAdd(row.Form, new(row, form));
                }
                else if (form.Find(row.Field) is { IsStored: true } field)
                {
                    fields.Add(new(row, field));
                }
            }
        }

        return new(forms, fields);
    }

    /// <summary>Brings the register up to date with what was done; the caller saves.</summary>
    public void Record(SchemaComparison comparison, IReadOnlySet<FieldPair> converted)
    {
        foreach (var form in comparison.Forms.Where(form => form.Kept is not null))
        {
            context.Remove(form.Kept!);
            Move(form.TableBefore, form.New.Table);
        }

        context.RemoveRange(comparison.Fields.Where(pair => pair.Kept is not null && !converted.Contains(pair)).Select(pair => pair.Kept!));
        var version = comparison.To.Version;
        foreach (var form in comparison.RemovedForms)
        {
            var name = RemovedNames.For(form.Table, version);
            Move(form.Table, name);
            context.Add(new KeptColumn { Form = form.Key, Field = "", Version = version, TableName = name, ColumnName = "" });
        }

        context.AddRange(SchemaPlanner.RemovedColumns(comparison, converted).Select(field => new KeptColumn
        {
            Form = field.Form.Key, Field = field.Key, Version = version, TableName = field.Form.Table, ColumnName = RemovedNames.For(field.Column, version),
        }));
    }

    private static bool IsWanted(KeptColumn row, WorkspaceModel from, WorkspaceModel to)
        => to.FindForm(row.Form) is { } form
            && (row.IsTable ? from.FindForm(row.Form) is null : form.Find(row.Field) is { IsStored: true } field && IsWanted(from.FindForm(row.Form)?.Find(row.Field), field));

    private static bool IsWanted(FieldModel? before, FieldModel field) => before is not { IsStored: true } || !FieldPair.IsSame(before, field) || before.IsComputed != field.IsComputed;

    /// <summary>A table takes its kept columns along.</summary>
    private void Move(string table, string name)
    {
        foreach (var kept in context.KeptColumns.Local.Where(kept => kept.TableName == table && !kept.IsTable))
        {
            kept.TableName = name;
        }
    }
}
