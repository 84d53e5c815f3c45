using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>Fills what a record leaves open: default values, what follows from other fields and from chosen references, then numbers from counters.</summary>
internal sealed class ApplyDefaults : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        // Records before their lines, whose defaults may read them.
        foreach (var part in batch.All.Where(part => part != batch.Parents))
        {
            ApplyDefaultValues(part);
            foreach (var proposal in part.Form.Logic.Proposals)
            {
                await ProposeAsync(part, proposal, cancellationToken);
            }

            foreach (var field in part.Form.StoredFields.Where(field => field.Numbering is not null))
            {
                await NumberAsync(part.Scope, field, [.. part.Records.Where(record => record.IsNew && record[field].IsBlank)], cancellationToken);
            }
        }
    }

    private static void ApplyDefaultValues(SaveBatch batch)
    {
        foreach (var record in batch.Records.Where(record => record.IsNew))
        {
            foreach (var rollup in batch.Form.Rollups)
            {
                record[rollup.Field] = rollup.OfNothing;
            }

            foreach (var field in batch.Form.StoredFields.Where(field => !field.Default.IsBlank))
            {
                record.Propose(field, field.Default);
            }
        }
    }

    private static Task ProposeAsync(SaveBatch batch, FieldProposal proposal, CancellationToken cancellationToken)
    {
        switch (proposal)
        {
            case FieldProposal.Computed computed:
                return ComputeAsync(batch, computed, cancellationToken);
            case FieldProposal.Fill fill:
                return FillAsync(batch, fill, cancellationToken);
            default:
                throw new InvalidOperationException($"Unknown proposal {proposal}.");
        }
    }

    private static async Task ComputeAsync(SaveBatch batch, FieldProposal.Computed computed, CancellationToken cancellationToken)
    {
        var records = batch.Records.Where(record => record.IsNew).ToList();
        var referred = await ReferredRows.ReadAsync(batch.Scope.Transaction, batch.Form, records, computed.Paths, cancellationToken);
        foreach (var record in records)
        {
            var (row, found) = (referred.Of(batch.Form, record), record.DiagnosticsOfProposal(computed.Field));
            record.Propose(computed.Field, computed.Calculate(row, batch.Scope.Evaluation, record.PathOf(computed.Field), found));
        }
    }

    /// <summary>From when a record is chosen: nothing follows a later change of it.</summary>
    private static async Task FillAsync(SaveBatch batch, FieldProposal.Fill fill, CancellationToken cancellationToken)
    {
        var chosen = batch.Records.Where(record => !record.IsDeleted && record.IsFieldChanged(fill.Reference) && !record[fill.Reference].IsBlank).ToList();
        if (chosen.Count == 0)
        {
            return;
        }

        var found = await ReferredValues.ReadAsync(batch.Scope, fill.Path, chosen.Select(record => (long)record[fill.Reference].Content!).ToHashSet(), cancellationToken);
        foreach (var record in chosen)
        {
            var value = found.GetValueOrDefault((long)record[fill.Reference].Content!);
            record.Propose(fill.Field, fill.Take(value, record.PathOf(fill.Field), record.DiagnosticsOfProposal(fill.Field)));
        }
    }

    /// <summary>Numbers that an import has used already are passed over, so a counter never collides with given numbers.</summary>
    private static async Task NumberAsync(SaveScope scope, FieldModel field, List<PendingRecord> records, CancellationToken cancellationToken)
    {
        var period = field.Numbering!.Period(scope.Today);
        while (records.Count > 0)
        {
            var first = await scope.Transaction.NextNumbersAsync(field, period, records.Count, cancellationToken);
            var texts = records.Select((_, index) => field.Numbering.Format(scope.Today, first + index)).ToList();
            var taken = await scope.Transaction.FindIdsAsync(field, texts.ToHashSet<object>(), cancellationToken);
            foreach (var (record, text) in records.Zip(texts).Where(pair => !taken.ContainsKey(pair.Second)))
            {
                record[field] = Value.Of(text);
            }

            records = [.. records.Where(record => record[field].IsBlank)];
        }
    }
}
