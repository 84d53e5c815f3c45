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
        var done = 0;
        foreach (var (form, _, step) in work)
        {
            await foreach (var batch in FormIds.ReadAsync(context, form, BatchSize, cancellationToken))
            {
                var request = new SaveRequest(form, [.. batch.Select(id => new RecordInput { Id = id })], actor, ChangeSource.Publication);
                if (await step(request, records) is SaveResult.Invalid invalid)
                {
                    return [PublishDiagnostics.NotComputed(form, batch[invalid.Problems[0].Index], invalid.Problems[0].Diagnostic)];
                }

                progress?.Report(done += batch.Count);
            }
        }

        return [];
    }

    /// <summary>
    /// What rests on nothing else comes first, lines before their records. Any order would do, since each step brings along what
    /// rests on it, but only once each is least work.
    /// </summary>
    private List<(FormModel Form, int Rank, Step Step)> FindWork(WorkspaceModel before, WorkspaceModel after, CancellationToken cancellationToken)
    {
        var formulas = after.Forms
            .Select(form => (Form: form, Changed: form.Logic.Formulas.Where(formula => IsChanged(before.FindForm(form.Key), formula)).ToList()))
            .Where(form => form.Changed.Count > 0)
            .Select(form => (form.Form, form.Changed.Max(formula => formula.Field.Rank), (Step)((request, records) => pipeline.RecalculateAsync(request, records, cancellationToken))));
        var rollups = after.Rollups
            .Where(rollup => IsChanged(before.FindForm(rollup.Field.Form.Key), rollup))
            .Select(rollup => (rollup.Field.Form, rollup.Field.Rank, (Step)((request, records) => pipeline.RollUpAsync(rollup, request, records, cancellationToken))));
        return [.. formulas.Concat(rollups).OrderBy(step => step.Item2).ThenBy(step => step.Form.Parent is null)];
    }

    /// <summary>A form that is new has no records.</summary>
    private static bool IsChanged(FormModel? before, FieldFormula after)
        => before is not null && (IsColumnChanged(before, after.Field) || before.Find(after.Field.Key)!.Formula?.Text != after.Text);

    private static bool IsChanged(FormModel? before, FieldRollup after)
        => before is not null && (IsColumnChanged(before, after.Field) || !after.IsSame(before.Find(after.Field.Key)!.Rollup));

    private static bool IsColumnChanged(FormModel before, FieldModel after)
        => before.Find(after.Key) is not { IsStored: true } field || field.Type.Key != after.Type.Key || field.Storage != after.Storage;
}
