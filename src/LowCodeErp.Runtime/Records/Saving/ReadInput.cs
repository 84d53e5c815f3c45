using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Turns what came in into values. References and members that are named by text are looked up for the whole batch.</summary>
internal sealed class ReadInput : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        ReportForeignFields(batch);
        foreach (var field in batch.Form.EnteredFields)
        {
            var given = batch.Records.Where(record => !record.IsDeleted && record.Input.Values.ContainsKey(field.Key)).ToList();
            if (given.Count == 0)
            {
                continue;
            }

            if (field.HoldsIds)
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

    private static void ReportForeignFields(SaveBatch batch)
    {
        foreach (var record in batch.Records)
        {
            foreach (var key in record.Input.Values.Keys.Where(key => batch.Form.Find(key) is not { IsStored: true, IsComputed: false }))
            {
                record.Diagnostics.Add(batch.Form.Find(key) is { IsStored: true } computed
                    ? RecordDiagnostics.Computed(record.PathPrefix + key, computed.Label)
                    : RecordDiagnostics.UnknownField(record.PathPrefix + key, batch.Form.Label, key));
            }
        }
    }
}
