using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// Makes a batch of the lines of each sub-table that the request names. Stored lines that the request leaves out are
/// deleted; a line with an id must belong to its record.
/// </summary>
internal sealed class ReadLines(IReadOnlyList<ISaveStep> reading) : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        ReportUnknownSubTables(batch);
        foreach (var field in batch.Form.SubTables)
        {
            var parents = batch.Records.Where(record => record.Input.Lines.ContainsKey(field.Key)).ToList();
            if (parents.Count == 0)
            {
                continue;
            }

            var lines = await CreateBatchAsync(batch, field, parents, cancellationToken);
            batch.Lines.Add(lines);
            foreach (var step in reading)
            {
                await step.RunAsync(lines, cancellationToken);
            }
        }
    }

    private static void ReportUnknownSubTables(SaveBatch batch)
    {
        foreach (var record in batch.Records)
        {
            foreach (var key in record.Input.Lines.Keys.Where(key => batch.Form.Find(key)?.Lines is null))
            {
                record.Diagnostics.Add(RecordDiagnostics.UnknownField(key, batch.Form.Label, key));
            }
        }
    }

    private static async Task<SaveBatch> CreateBatchAsync(
        SaveBatch batch, FieldModel field, List<PendingRecord> parents, CancellationToken cancellationToken)
    {
        var form = field.Lines!;
        var parentIds = parents.Where(parent => !parent.IsNew).Select(parent => parent.Id).ToHashSet();
        var stored = parentIds.Count == 0 ? [] : await batch.Scope.Transaction.ReadLinesAsync(form, parentIds, cancellationToken);
        var byParent = stored.ToLookup(line => (long)line.Values[form.ParentReference!.Ordinal]!);
        var records = parents.SelectMany(parent => CreateLines(field, parent, [.. byParent[parent.Id]])).ToList();
        return new() { Form = form, Records = records, Scope = batch.Scope };
    }

    private static IEnumerable<PendingRecord> CreateLines(FieldModel field, PendingRecord parent, IReadOnlyList<StoredRecord> storedLines)
    {
        var stored = storedLines.ToDictionary(line => line.Id);
        var inputs = parent.Input.Lines[field.Key];
        var keepsOrder = KeepsOrder(inputs, storedLines);
        foreach (var (position, input) in inputs.Index())
        {
            var line = new PendingRecord
            {
                Index = parent.Index, Input = input, Parent = parent, PathPrefix = $"{field.Key}[{position}].",
                Place = !keepsOrder ? position : input.Id is null ? PlaceBehind(storedLines) + position : null,
                Values = new object?[field.Lines!.Fields.Count],
            };
            if (input.Id is { } id)
            {
                Adopt(line, field, stored.Remove(id, out var known) ? known : null);
            }

            yield return line;
        }

        foreach (var left in stored.Values)
        {
            var line = new PendingRecord { Index = parent.Index, Input = new(), Parent = parent, Intent = RecordAction.Delete };
            line.Adopt(left);
            yield return line;
        }
    }

    /// <summary>The stored lines come as they were, and new ones behind all of them: then no stored line has to be written for its place.</summary>
    private static bool KeepsOrder(IReadOnlyList<RecordInput> inputs, IReadOnlyList<StoredRecord> storedLines)
    {
        var named = inputs.Select(input => input.Id).OfType<long>().ToHashSet();
        return inputs.Take(named.Count).Select(input => input.Id).SequenceEqual(storedLines.Where(line => named.Contains(line.Id)).Select(line => (long?)line.Id));
    }

    private static int PlaceBehind(IReadOnlyList<StoredRecord> storedLines) => storedLines.Count == 0 ? 0 : storedLines[^1].Position + 1;

    private static void Adopt(PendingRecord line, FieldModel field, StoredRecord? stored)
    {
        if (stored is null)
        {
            line.Diagnostics.Add(RecordDiagnostics.LineGone(line.PathPrefix.TrimEnd('.'), field.Label));
        }
        else
        {
            line.Adopt(stored);
        }
    }
}
