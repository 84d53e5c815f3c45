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
    private const int ListedProblems = 20;

    private readonly RecordStoreParts _parts = new(connections, ids);
    private readonly WorkspaceContextFactory _contexts = new(connections);

    /// <returns>How many records were computed; and why values cannot be stored, empty when all went in.</returns>
    public async Task<(int Records, IReadOnlyList<Diagnostic> Failures)> RunAsync(
        WriteTransaction transaction, TableChange change, Actor actor, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        // Lines come first: a record that adds them up is computed from what they are afterwards.
        var after = change.Comparison.To;
        var changed = after.Forms.Where(form => IsChanged(change, form)).OrderBy(form => form.Parent is null).ToList();
        if (changed.Count == 0)
        {
            return (0, []);
        }

        await using var context = _contexts.Join(transaction, after);
        await using var records = RecordTransaction.Within(transaction, _parts, new(context));
        var (done, failures) = (0, new List<Diagnostic>());
        foreach (var form in changed)
        {
            await foreach (var batch in FormIds.ReadAsync(context, form, BatchSize, cancellationToken))
            {
                await RunAsync(form, batch, records, actor, failures, cancellationToken);
                done += batch.Count;
                progress?.Report(done);
            }
        }

        return (done, failures.Count > ListedProblems ? [.. failures.Take(ListedProblems), PublishDiagnostics.MoreProblems(failures.Count - ListedProblems)] : failures);
    }

    /// <summary>Those that can be computed are stored even where others cannot, so that whatever repeats one of them is found later.</summary>
    private async Task RunAsync(
        FormModel form, IReadOnlyList<long> ids, RecordTransaction records, Actor actor, List<Diagnostic> failures, CancellationToken cancellationToken)
    {
        var request = new SaveRequest(form, [.. ids.Select(id => new RecordInput { Id = id })], actor, ChangeSource.Publication);
        if (await pipeline.RecalculateAsync(request, records, cancellationToken) is not SaveResult.Invalid invalid)
        {
            return;
        }

        failures.AddRange(invalid.Problems.Select(problem => PublishDiagnostics.NotComputed(form, ids[problem.Index], problem.Diagnostic)));
        var bad = invalid.Problems.Select(problem => problem.Index).ToHashSet();
        if (bad.Count < ids.Count)
        {
            await RunAsync(form, [.. ids.Where((_, index) => !bad.Contains(index))], records, actor, failures, cancellationToken);
        }
    }

    /// <summary>A form that is new has no records.</summary>
    private static bool IsChanged(TableChange change, FormModel after)
        => change.FindBefore(after) is { } before
            && (!after.Logic.HasSameKeys(before.Logic)
                || after.Logic.UniqueKeys.SelectMany(key => key.Reads).Any(change.ChangedFields.Contains)
                || after.Logic.Formulas.Any(formula => IsChanged(before, formula) || formula.Reads.Concat(formula.Sources).Any(change.ChangedFields.Contains)));

    private static bool IsChanged(FormModel before, FieldFormula formula) => before.Find(formula.Field.Key) is not { IsStored: true } field
        || field.Formula?.Text != formula.Text
        || field.Type.Key != formula.Field.Type.Key
        || field.Storage != formula.Field.Storage;
}
