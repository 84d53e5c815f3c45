using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Turns what came in into values. References and members that are named by text are looked up for the whole batch.</summary>
internal sealed class ReadInput : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        ReportForeignFields(batch);
        foreach (var whole in batch.Form.PartedFields)
        {
            ReadParts(whole, batch.Records.Where(record => !record.IsDeleted));
        }

        foreach (var field in batch.Form.EnteredFields.Where(field => field.Whole is null))
        {
            var given = batch.Records.Where(record => !record.IsDeleted && record.Input.Values.ContainsKey(field.Key)).ToList();
            if (given.Count == 0)
            {
                continue;
            }

            if (field.FileRule is { } rule)
            {
                await new FileLookup(batch, field, rule).ReadAsync(given, cancellationToken);
            }
            else if (field.HoldsIds)
            {
                await new ReferenceLookup(batch.Scope, field).ReadAsync(given, cancellationToken);
            }
            else
            {
                ReadValues(field, given);
            }
        }
    }

    private static void ReadValues(FieldModel field, List<PendingRecord> records)
    {
        foreach (var record in records)
        {
            record[field] = field.Type.Read(record.Input.Values[field.Key], field.Settings, record.PathOf(field), record.Diagnostics);
        }
    }

    /// <summary>A part that is given alone is read beside what is stored of the others.</summary>
    private static void ReadParts(FieldModel whole, IEnumerable<PendingRecord> records)
    {
        foreach (var record in records)
        {
            var given = record.Input.Values;
            var isWhole = given.TryGetValue(whole.Key, out var input);
            if (!isWhole && !whole.Parts.Any(part => given.ContainsKey(part.Key)))
            {
                continue;
            }

            var parts = whole.Parts.Select(part => given.TryGetValue(part.Key, out var own) ? own : isWhole ? InputValue.Blank : InputValue.Of(record[part])).ToList();
            var inputs = whole.PartedType.TakeApart(input, parts, whole.Settings, record.PathOf(whole), record.Diagnostics);
            foreach (var (part, own) in whole.Parts.Zip(inputs))
            {
                record[part] = part.Type.Read(own, part.Settings, record.PathOf(part), record.Diagnostics);
            }
        }
    }

    private static void ReportForeignFields(SaveBatch batch)
    {
        foreach (var record in batch.Records)
        {
            foreach (var key in record.Input.Values.Keys.Where(key => batch.Form.Find(key) is not { TakesInput: true }))
            {
                record.Diagnostics.Add(Refuse(batch.Form, key, record.PathPrefix + key));
            }
        }
    }

    private static Diagnostic Refuse(FormModel form, string key, string path) => form.Find(key) switch
    {
        { Rollup: not null } rollup => RecordDiagnostics.RolledUp(path, rollup.Label),
        { IsComputed: true, IsInternal: false } computed => RecordDiagnostics.Computed(path, computed.Label),
        _ => RecordDiagnostics.UnknownField(path, form.Label, key),
    };
}
