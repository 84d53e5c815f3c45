using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Rollups;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Publishing;

/// <summary>
/// Computes stored records anew where a formula or rollup is new or changed, in the transaction that publishes it. The records go
/// through the save pipeline, so that their versions and history tell of formulas; memory does not grow with their number.
/// </summary>
internal sealed class FormulaRun(WorkspaceConnections connections, IdAllocator ids, SavePipeline pipeline)
{
    private const int BatchSize = 1_000;
    private const int ListedProblems = 20;

    private readonly RecordStoreParts _parts = new(connections, ids);
    private readonly WorkspaceContextFactory _contexts = new(connections);

    private delegate Task<SaveResult> Step(SaveRequest request, RecordTransaction records);

    /// <returns>Why a value cannot be stored; empty when all went in.</returns>
    public async Task<IReadOnlyList<Diagnostic>> RunAsync(
        WriteTransaction transaction, WorkspaceModel before, WorkspaceModel after, TimeZoneInfo zone, Actor actor, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var work = FindWork(before, after, cancellationToken);
        if (work.Count == 0)
        {
            return [];
        }

        await using var context = _contexts.Join(transaction, after);
        await using var records = RecordTransaction.Within(transaction, _parts, new(context, zone));
        var (done, failures) = (0, new List<Diagnostic>());
        foreach (var (form, _, step) in work)
        {
            await foreach (var batch in FormIds.ReadAsync(context, form, BatchSize, cancellationToken))
            {
                await RunAsync(form, batch, step, records, actor, failures);
                progress?.Report(done += batch.Count);
            }
        }

        return failures.Count > ListedProblems ? [.. failures.Take(ListedProblems), PublishDiagnostics.MoreProblems(failures.Count - ListedProblems)] : failures;
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
    private List<(FormModel Form, int Rank, Step Step)> FindWork(WorkspaceModel before, WorkspaceModel after, CancellationToken cancellationToken)
    {
        var formulas = after.Forms
            .Select(form => (Form: form, Changed: form.Logic.Formulas.Where(formula => IsChanged(before.FindForm(form.Key), formula)).ToList()))
            .Where(form => form.Changed.Count > 0 || HasOtherKeys(before.FindForm(form.Form.Key), form.Form))
            .Select(form => (form.Form, form.Changed.Select(formula => formula.Field.Rank).DefaultIfEmpty().Max(), (Step)((request, records) => pipeline.RecalculateAsync(request, records, cancellationToken))));
        var rollups = after.Rollups
            .Where(rollup => IsChanged(before.FindForm(rollup.Field.Form.Key), rollup))
            .Select(rollup => (rollup.Field.Form, rollup.Field.Rank, (Step)((request, records) => pipeline.RollUpAsync(rollup, request, records, cancellationToken))));
        return [.. formulas.Concat(rollups).OrderBy(step => step.Item2).ThenBy(step => step.Form.Parent is null)];
    }

    private static bool HasOtherKeys(FormModel? before, FormModel after) => before is not null && !after.Logic.HasSameKeys(before.Logic);

    /// <summary>A form that is new has no records.</summary>
    private static bool IsChanged(FormModel? before, FieldFormula after)
        => before is not null && (IsColumnChanged(before, after.Field) || before.Find(after.Field.Key)!.Formula?.Text != after.Text);

    private static bool IsChanged(FormModel? before, FieldRollup after)
        => before is not null && (IsColumnChanged(before, after.Field) || !after.IsSame(before.Find(after.Field.Key)!.Rollup));

    private static bool IsColumnChanged(FormModel before, FieldModel after)
        => before.Find(after.Key) is not { IsStored: true } field || field.Type.Key != after.Type.Key || field.Storage != after.Storage;
}
