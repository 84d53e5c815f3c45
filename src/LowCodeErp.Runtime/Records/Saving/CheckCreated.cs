using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Whether the actor may have created the records as they are stored now, with the fields that he has filled in.</summary>
internal sealed class CheckCreated : ISaveStep
{
    public static bool Concerns(SaveBatch batch)
        => !batch.Scope.Access.IsUnlimited && batch.Form.Parent is null && batch.Records.Any(record => record.IsNew);

    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        if (!Concerns(batch))
        {
            return;
        }

        var created = batch.Records.Where(record => record.IsNew).ToList();
        var lines = batch.Lines.SelectMany(part => part.Records.Where(line => line.Parent is { IsNew: true }).Select(line => (Line: line, part.Form))).ToList();
        var fields = created.SelectMany(record => SaveRights.ChangedBy(record, batch.Form))
            .Concat(lines.SelectMany(entry => SaveRights.ChangedBy(entry.Line, entry.Form).Append(entry.Form.Parent!))).Distinct();
        var rights = new SaveRights(batch.Scope, batch.Form);
        await rights.AskAsync([.. created.Select(record => record.Id)], [AccessOperation.Create], fields, cancellationToken);
        foreach (var record in created)
        {
            if (!rights.May(AccessOperation.Create, record.Id))
            {
                record.Diagnostics.Add(AccessDiagnostics.Refused(AccessOperation.Create, batch.Form.Label));
            }

            Check(rights, record, SaveRights.ChangedBy(record, batch.Form), record.Id);
        }

        foreach (var (line, form) in lines)
        {
            Check(rights, line, SaveRights.ChangedBy(line, form).Append(form.Parent!), line.Parent!.Id);
        }
    }

    private static void Check(SaveRights rights, PendingRecord record, IEnumerable<FieldModel> fields, long id)
    {
        foreach (var field in fields.Where(field => !rights.MayFill(field, id)))
        {
            record.Diagnostics.Add(AccessDiagnostics.FieldRefused(field.Lines is null ? record.PathOf(field) : record.PathPrefix.TrimEnd('.'), field.Label));
        }
    }
}
