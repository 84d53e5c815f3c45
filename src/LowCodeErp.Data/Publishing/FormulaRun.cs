using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

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

    /// <returns>Why a value cannot be stored; empty when all went in.</returns>
    public async Task<IReadOnlyList<Diagnostic>> RunAsync(
        WriteTransaction transaction, WorkspaceModel before, WorkspaceModel after, Actor actor, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        // Lines come first: a record that adds them up is computed from what they are afterwards.
        var changed = after.Forms.Where(form => IsChanged(before.FindForm(form.Key), form)).OrderBy(form => form.Parent is null).ToList();
        if (changed.Count == 0)
        {
            return [];
        }

        await using var context = _contexts.Join(transaction, after);
        await using var records = RecordTransaction.Within(transaction, _parts, new(context));
        var (done, failures) = (0, new List<Diagnostic>());
        foreach (var form in changed)
        {
            await foreach (var batch in FormIds.ReadAsync(context, form, BatchSize, cancellationToken))
            {
                await RunAsync(form, batch, records, actor, failures, cancellationToken);
                progress?.Report(done += batch.Count);
            }
        }

        return failures.Count > ListedProblems ? [.. failures.Take(ListedProblems), PublishDiagnostics.MoreProblems(failures.Count - ListedProblems)] : failures;
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
    private static bool IsChanged(FormModel? before, FormModel after)
        => before is not null && (!after.Logic.HasSameKeys(before.Logic) || after.Logic.Formulas.Any(formula => before.Find(formula.Field.Key) is not { IsStored: true } field
            || field.Formula?.Text != formula.Text
            || field.Type.Key != formula.Field.Type.Key
            || field.Storage != formula.Field.Storage));
}
