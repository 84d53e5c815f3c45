using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>A mask that comes back, as from a file that was exported, is what the actor was shown and no change of his.</summary>
internal sealed class LeaveMasks : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        var access = batch.Scope.Access.Of(batch.Form);
        var returned = batch.Form.EnteredFields.Concat(batch.Form.PartedFields).Where(field => field.Whole is null && !access.RuleOfMask(field).IsNever)
            .SelectMany(field => batch.Records.Where(record => IsReturned(record, field)).Select(record => (Record: record, Field: field)))
            .ToList();
        if (returned.Count == 0)
        {
            return;
        }

        var form = batch.Form.Parent?.Form ?? batch.Form;
        var rights = new SaveRights(batch.Scope, form);
        await rights.AskAsync([.. returned.Select(entry => OwnerOf(batch.Form, entry.Record)).Distinct()], [AccessOperation.View], returned.Select(entry => entry.Field).Distinct(), cancellationToken);
        foreach (var (record, field) in returned.Where(entry => !rights.MaySee(entry.Field, OwnerOf(batch.Form, entry.Record))))
        {
            record.Input = record.Input with { Values = record.Input.Values.Where(value => value.Key != field.Key).ToDictionary() };
        }
    }

    private static long OwnerOf(FormModel form, PendingRecord record)
        => form.ParentReference is { } reference ? (long)record.Stored!.Values[reference.Ordinal]! : record.Id;

    private static bool IsReturned(PendingRecord record, FieldModel field)
        => record.Stored is { } stored && record.Input.Values.TryGetValue(field.Key, out var input) && input.Content is string text && text.Trim() == MaskOf(field, stored);

    private static string? MaskOf(FieldModel field, StoredRecord stored)
        => field.Parts.Count > 0 ? FieldMask.OfParts(field.Parts.Select(part => MaskOf(part, stored))) : field.MaskOf(stored.Values[field.Ordinal]);
}
