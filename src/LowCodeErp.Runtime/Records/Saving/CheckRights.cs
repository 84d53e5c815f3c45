using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// Whether the actor may do this with the records, and change the fields that he has changed. Of new records it is known once they are stored
/// (<see cref="CheckCreated"/>). What he was not shown came blank from his page and stays as it is.
/// </summary>
/// <param name="operation">With stored records.</param>
internal sealed class CheckRights(AccessOperation operation) : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Scope.Access.IsUnlimited)
        {
            return;
        }

        if (batch.Form.Parent is { } subTable)
        {
            await CheckLinesAsync(batch, subTable, cancellationToken);
            return;
        }

        RefuseNew(batch);
        var stored = batch.Records.Where(record => !record.IsNew).ToList();
        var rights = new SaveRights(batch.Scope, batch.Form);
        await rights.AskAsync([.. stored.Select(record => record.Id)], [operation], FieldsOf(batch), cancellationToken);
        foreach (var record in stored)
        {
            if (!rights.May(operation, record.Id))
            {
                record.Diagnostics.Add(AccessDiagnostics.Refused(operation, batch.Form.Label));
            }
            else if (operation == AccessOperation.Edit)
            {
                CheckFields(rights, record, batch.Form, record.Id);
            }
        }

        foreach (var lines in batch.Lines)
        {
            CheckLines(rights, lines);
        }
    }

    /// <summary>Where nothing may ever be created.</summary>
    private static void RefuseNew(SaveBatch batch)
    {
        if (!batch.Scope.Access.Of(batch.Form).May(AccessOperation.Create))
        {
            foreach (var record in batch.Records.Where(record => record.IsNew))
            {
                record.Diagnostics.Add(AccessDiagnostics.RefusedForm(AccessOperation.Create, batch.Form.Label));
            }
        }
    }

    /// <summary>What of the form and its lines somebody has changed.</summary>
    private static IEnumerable<FieldModel> FieldsOf(SaveBatch batch)
        => batch.Records.SelectMany(record => SaveRights.ChangedBy(record, batch.Form))
            .Concat(batch.Lines.SelectMany(lines => lines.Records.SelectMany(line => SaveRights.ChangedBy(line, lines.Form)).Append(lines.Form.Parent!)))
            .Distinct();

    private static void CheckFields(SaveRights rights, PendingRecord record, FormModel form, long id)
    {
        foreach (var field in SaveRights.ChangedBy(record, form).Where(field => !rights.MayChange(field, id)))
        {
            if (IsBlank(record, field) && !rights.MaySee(field, id))
            {
                record.TakeBack(field);
            }
            else
            {
                record.Diagnostics.Add(AccessDiagnostics.FieldRefused(record.PathOf(field), field.Label));
            }
        }
    }

    private static bool IsBlank(PendingRecord record, FieldModel field)
        => field.Parts.Count > 0 ? field.Parts.All(part => record[part].IsBlank) : record[field].IsBlank;

    /// <summary>Of records that are stored; those of new ones are checked with them.</summary>
    private static void CheckLines(SaveRights rights, SaveBatch lines)
    {
        var subTable = lines.Form.Parent!;
        foreach (var line in lines.Records.Where(line => line.Parent is { IsNew: false } && (line.IsNew || line.IsDeleted || line.IsChanged)))
        {
            CheckLine(rights, line, subTable, line.Parent!.Id);
        }
    }

    private static void CheckLine(SaveRights rights, PendingRecord line, FieldModel subTable, long record)
    {
        if (rights.MayChange(subTable, record))
        {
            CheckFields(rights, line, subTable.Lines!, record);
        }
        else
        {
            line.Diagnostics.Add(AccessDiagnostics.FieldRefused(line.PathPrefix.TrimEnd('.'), subTable.Label));
        }
    }

    /// <summary>Lines that came without their records change those records.</summary>
    private static async Task CheckLinesAsync(SaveBatch batch, FieldModel subTable, CancellationToken cancellationToken)
    {
        var records = batch.Records.SelectMany(line => FindParents.IdsOf(batch.Form, line)).ToHashSet();
        var fields = batch.Records.SelectMany(line => SaveRights.ChangedBy(line, batch.Form)).Append(subTable).Distinct();
        var rights = new SaveRights(batch.Scope, subTable.Form);
        await rights.AskAsync(records, [AccessOperation.Edit], fields, cancellationToken);
        foreach (var line in batch.Records)
        {
            foreach (var record in FindParents.IdsOf(batch.Form, line))
            {
                if (rights.May(AccessOperation.Edit, record))
                {
                    CheckLine(rights, line, subTable, record);
                }
                else
                {
                    line.Diagnostics.Add(AccessDiagnostics.Refused(AccessOperation.Edit, subTable.Form.Label));
                }
            }
        }
    }
}
