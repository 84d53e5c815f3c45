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
        foreach (var (position, input) in parent.Input.Lines[field.Key].Index())
        {
            var line = new PendingRecord
            {
                Index = parent.Index, Input = input, Parent = parent, Position = position, PathPrefix = $"{field.Key}[{position}].",
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
