using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// Lines may come without their records, as from a file. Where the logic of one reads the other, the records join the save: they are computed and checked anew, and their version counts on as it does when they are saved with lines.
/// </summary>
internal sealed class FindParents : ISaveStep
{
    public async Task RunAsync(SaveBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Form.Parent is not { } subTable || !AreTied(subTable))
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
        var confirmed = batch.Records.SelectMany(line => line.Input.Confirmed).ToHashSet();
        var parents = stored.Values.Select(parent => Create(parent, firstLines[parent.Id], confirmed)).ToDictionary(parent => parent.Id);
        batch.Parents = new() { Form = subTable.Form, Records = [.. parents.Values], Scope = batch.Scope };
        foreach (var line in batch.Records)
        {
            line.Join(line.Values[batch.Form.ParentReference!.Ordinal] is long id ? parents.GetValueOrDefault(id) : null);
        }
    }

    private static bool AreTied(FieldModel subTable)
        => subTable.Form.Logic.SubTables.Contains(subTable)
            || subTable.Conditions is not null
            || subTable.Lines!.Logic.Reads.Any(field => field.Form == subTable.Form);

    /// <summary>The record that a line belongs to, and the one that it belonged to before.</summary>
    public static IEnumerable<long> IdsOf(FormModel lines, PendingRecord line)
        => new[] { line.Values[lines.ParentReference!.Ordinal], line.Stored?.Values[lines.ParentReference.Ordinal] }.OfType<long>().Distinct();

    /// <summary>What is wrong with the record is told of the first of its lines, and any line may confirm it.</summary>
    private static PendingRecord Create(StoredRecord stored, PendingRecord line, IReadOnlySet<string> confirmed)
    {
        var parent = new PendingRecord { Index = line.Index, Input = new() { Confirmed = confirmed } };
        parent.Adopt(stored);
        return parent;
    }
}
