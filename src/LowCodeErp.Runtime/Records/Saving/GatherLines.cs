using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// Gives each record the lines that its formulas and validations read: those that came in, and the stored ones where the request
/// does not name them all. One statement for each sub-table.
/// </summary>
internal sealed class GatherLines : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        foreach (var subTable in batch.Form.Logic.SubTables)
        {
            var named = batch.Lines.Find(lines => lines.Form == subTable.Lines)?.Records ?? [];
            await GatherAsync(batch, subTable, named.ToLookup(line => line.Parent!), cancellationToken);
        }

        if (batch is { Parents: { } parents, Form.Parent: { } changed })
        {
            foreach (var subTable in parents.Form.Logic.SubTables)
            {
                await GatherAsync(parents, subTable, subTable == changed ? ByParent(batch, parents) : NoLines, cancellationToken);
            }
        }
    }

    private static ILookup<PendingRecord, PendingRecord> NoLines { get; } = Array.Empty<PendingRecord>().ToLookup(line => line);

    private static ILookup<PendingRecord, PendingRecord> ByParent(SaveBatch lines, SaveBatch parents)
    {
        var byId = parents.Records.ToDictionary(parent => parent.Id);
        return lines.Records
            .SelectMany(line => FindParents.IdsOf(lines.Form, line).Select(id => (Parent: byId.GetValueOrDefault(id), Line: line)))
            .Where(pair => pair.Parent is not null)
            .ToLookup(pair => pair.Parent!, pair => pair.Line);
    }

    private static async Task GatherAsync(
        SaveBatch batch, FieldModel subTable, ILookup<PendingRecord, PendingRecord> pending, CancellationToken cancellationToken)
    {
        var reference = subTable.Lines!.ParentReference!.Ordinal;
        var partial = batch.Records.Where(record => !record.IsNew && !record.IsDeleted && !record.Input.Lines.ContainsKey(subTable.Key)).Select(record => record.Id).ToHashSet();
        var stored = partial.Count == 0 ? [] : await batch.Scope.Transaction.ReadLinesAsync(subTable.Lines, partial, cancellationToken);
        var byParent = stored.ToLookup(line => (long)line.Values[reference]!);
        foreach (var record in batch.Records)
        {
            var known = pending[record].Where(line => !line.IsNew).Select(line => line.Id).ToHashSet();
            var untouched = byParent[record.Id].Where(line => !known.Contains(line.Id)).Select(line => new ArrayRow(line.Values));
            var came = pending[record].Where(line => !line.IsDeleted && (line.Parent is not null || Equals(line.Values[reference], record.Id)));
            record.SetLines(subTable, [.. untouched, .. came], [.. pending[record]]);
        }
    }
}
