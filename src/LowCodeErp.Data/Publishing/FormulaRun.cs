using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Data.Records;
using LowCodeErp.Data.Schema;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Publishing;

/// <summary>
/// Computes stored records anew where a formula is new or changed, in the transaction that publishes it. The records go through
/// the save pipeline, so that their versions and history tell of it; memory does not grow with their number.
/// </summary>
internal sealed class FormulaRun(WorkspaceConnections connections, IdAllocator ids, SavePipeline pipeline)
{
    private const int BatchSize = 1_000;

    private readonly RecordStoreParts _parts = new(connections, ids);
    private readonly WorkspaceContextFactory _contexts = new(connections);

    /// <returns>How many records were computed; and why a value cannot be stored, null when all went in.</returns>
    public async Task<(int Records, Diagnostic? Failure)> RunAsync(
        WriteTransaction transaction, TableChange change, Actor actor, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        // Lines come first: a record that adds them up is computed from what they are afterwards.
        var after = change.Comparison.To;
        var changed = after.Forms.Where(form => IsChanged(change, form)).OrderBy(form => form.Parent is null).ToList();
        if (changed.Count == 0)
        {
            return (0, null);
        }

        await using var context = _contexts.Join(transaction, after);
        await using var records = RecordTransaction.Within(transaction, _parts, new(context));
        var done = 0;
        foreach (var form in changed)
        {
            await foreach (var batch in FormIds.ReadAsync(context, form, BatchSize, cancellationToken))
            {
                var request = new SaveRequest(form, [.. batch.Select(id => new RecordInput { Id = id })], actor, ChangeSource.Publication);
                if (await pipeline.RecalculateAsync(request, records, cancellationToken) is SaveResult.Invalid invalid)
                {
                    return (done, PublishDiagnostics.NotComputed(form, batch[invalid.Problems[0].Index], invalid.Problems[0].Diagnostic));
                }

                done += batch.Count;
                progress?.Report(done);
            }
        }

        return (done, null);
    }

    /// <summary>A form that is new has no records.</summary>
    private static bool IsChanged(TableChange change, FormModel after)
        => change.FindBefore(after) is { } before
            && after.Logic.Formulas.Any(formula => IsChanged(before, formula) || formula.Reads.Concat(formula.Sources).Any(change.ChangedFields.Contains));

    private static bool IsChanged(FormModel before, FieldFormula formula) => before.Find(formula.Field.Key) is not { IsStored: true } field
        || field.Formula?.Text != formula.Text
        || field.Type.Key != formula.Field.Type.Key
        || field.Storage != formula.Field.Storage;
}
