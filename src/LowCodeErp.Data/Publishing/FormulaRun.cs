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
using LowCodeErp.Runtime.Rollups;

namespace LowCodeErp.Data.Publishing;

/// <summary>
/// Computes stored records anew where a formula or rollup is new or changed, or what it reads was converted or came back, in the transaction that publishes it. The records go
/// through the save pipeline, so that their versions and history tell of formulas; memory does not grow with their number.
/// </summary>
internal sealed class FormulaRun(WorkspaceConnections connections, IdAllocator ids, SavePipeline pipeline)
{
    private const int BatchSize = 1_000;
    private const int ListedProblems = 20;

    private readonly RecordStoreParts _parts = new(connections, ids);
    private readonly WorkspaceContextFactory _contexts = new(connections);

    private delegate Task<SaveResult> Step(SaveRequest request, RecordTransaction records);

    /// <returns>How many records were computed; and why values cannot be stored, empty when all went in.</returns>
    public async Task<(int Records, IReadOnlyList<Diagnostic> Failures)> RunAsync(
        WriteTransaction transaction, TableChange change, TimeZoneInfo zone, Actor actor, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var work = FindWork(change, cancellationToken);
        if (work.Count == 0)
        {
            return (0, []);
        }

        await using var context = _contexts.Join(transaction, change.Comparison.To);
        await using var records = RecordTransaction.Within(transaction, _parts, new(context, zone));
        var (done, failures) = (0, new List<Diagnostic>());
        foreach (var (form, _, step) in work)
        {
            await foreach (var batch in FormIds.ReadAsync(context, form, BatchSize, cancellationToken))
            {
                await RunAsync(form, batch, step, records, actor, failures);
                done += batch.Count;
                progress?.Report(done);
            }
        }

        return (done, failures.Count > ListedProblems ? [.. failures.Take(ListedProblems), PublishDiagnostics.MoreProblems(failures.Count - ListedProblems)] : failures);
    }

    /// <summary>Those that can be computed are stored even where others cannot, so that whatever repeats one of them is found later.</summary>
    private static async Task RunAsync(FormModel form, IReadOnlyList<long> ids, Step step, RecordTransaction records, Actor actor, List<Diagnostic> failures)
    {
        var request = new SaveRequest(form, [.. ids.Select(id => new RecordInput { Id = id })], actor, ChangeSource.Publication);
        if (await step(request, records) is not SaveResult.Invalid invalid)
        {
            return;
        }

        failures.AddRange(invalid.Problems.Select(problem => PublishDiagnostics.NotComputed(form, ids[problem.Index], problem.Diagnostic)));
        var bad = invalid.Problems.Select(problem => problem.Index).ToHashSet();
        if (bad.Count < ids.Count)
        {
            await RunAsync(form, [.. ids.Where((_, index) => !bad.Contains(index))], step, records, actor, failures);
        }
    }

    /// <summary>
    /// What rests on nothing else comes first, lines before their records. Any order would do, since each step brings along what
    /// rests on it, but only once each is least work.
    /// </summary>
    private List<(FormModel Form, int Rank, Step Step)> FindWork(TableChange change, CancellationToken cancellationToken)
    {
        var after = change.Comparison.To;
        var formulas = after.Forms
            .Select(form => (Form: form, Changed: form.Logic.Formulas.Where(formula => IsChanged(change, formula)).ToList()))
            .Where(form => form.Changed.Count > 0 || HasOtherKeys(change, form.Form))
            .Select(form => (form.Form, form.Changed.Select(formula => formula.Field.Rank).DefaultIfEmpty().Max(), (Step)((request, records) => pipeline.RecalculateAsync(request, records, cancellationToken))));
        var rollups = after.Rollups
            .Where(rollup => IsChanged(change, rollup))
            .Select(rollup => (rollup.Field.Form, rollup.Field.Rank, (Step)((request, records) => pipeline.RollUpAsync(rollup, request, records, cancellationToken))));
        return [.. formulas.Concat(rollups).OrderBy(step => step.Item2).ThenBy(step => step.Form.Parent is null)];
    }

    private static bool HasOtherKeys(TableChange change, FormModel after) => change.FindBefore(after) is { } before
        && (!after.Logic.HasSameKeys(before.Logic) || after.Logic.UniqueKeys.SelectMany(key => key.Reads).Any(change.ChangedFields.Contains));

    /// <summary>A form that is new has no records.</summary>
    private static bool IsChanged(TableChange change, FieldFormula after) => change.FindBefore(after.Field.Form) is { } before
        && (IsColumnChanged(before, after.Field) || before.Find(after.Field.Key)!.Formula?.Text != after.Text || after.Reads.Concat(after.Sources).Any(change.ChangedFields.Contains));

    private static bool IsChanged(TableChange change, FieldRollup after) => change.FindBefore(after.Field.Form) is { } before
        && (IsColumnChanged(before, after.Field) || !after.IsSame(before.Find(after.Field.Key)!.Rollup) || after.Sources.Append(after.Reference).Any(change.ChangedFields.Contains));

    private static bool IsColumnChanged(FormModel before, FieldModel after)
        => before.Find(after.Key) is not { IsStored: true } field || field.Type.Key != after.Type.Key || field.Storage != after.Storage;
}
