using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// Lines may come without their records, as from a file. Where formulas or validations of the records read them, the records
/// join the save: they are computed and checked anew, and their version counts on as it does when they are saved with lines.
/// </summary>
internal sealed class FindParents : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Form.Parent is not { } subTable || !subTable.Form.Logic.SubTables.Contains(subTable))
        {
            return;
        }

        var firstLines = new Dictionary<long, PendingRecord>();
        foreach (var line in batch.Records)
        {
            foreach (var id in IdsOf(batch.Form, line))
            {
                firstLines.TryAdd(id, line);
            }
        }

        var stored = await batch.Scope.Transaction.ReadAsync(subTable.Form, firstLines.Keys, cancellationToken);
        batch.Parents = new() { Form = subTable.Form, Records = [.. stored.Values.Select(parent => Create(parent, firstLines[parent.Id]))], Scope = batch.Scope };
    }

    /// <summary>The record that a line belongs to, and the one that it belonged to before.</summary>
    public static IEnumerable<long> IdsOf(FormModel lines, PendingRecord line)
        => new[] { line.Values[lines.ParentReference!.Ordinal], line.Stored?.Values[lines.ParentReference.Ordinal] }.OfType<long>().Distinct();

    /// <summary>What is wrong with the record is told of the first of its lines.</summary>
    private static PendingRecord Create(StoredRecord stored, PendingRecord line)
    {
        var parent = new PendingRecord { Index = line.Index, Input = new() };
        parent.Adopt(stored);
        return parent;
    }
}
