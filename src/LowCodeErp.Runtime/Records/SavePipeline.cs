using System.Diagnostics;
using System.Diagnostics.Metrics;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Records.Saving;
using LowCodeErp.Runtime.Rollups;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Records;

/// <summary>
/// The one way to change records. Pages, imports, commands and seeds all come through here, so the same input gets the same
/// verdict at every door. A request is stored as a whole or not at all.
/// </summary>
public sealed class SavePipeline(IRecordStore store, IWorkspace workspace, IAccess access)
{
    private static readonly Meter Meter = new("LowCodeErp.Records");
    private static readonly Histogram<double> StepDuration = Meter.CreateHistogram<double>("lowcode.save.step", "ms");

    private static readonly IReadOnlyList<ISaveStep> Reading = [new FindStored(), new LeaveMasks(), new ReadInput()];
    private static readonly IReadOnlyList<ISaveStep> ReadingLines = [new LeaveMasks(), new ReadInput()];

    private static readonly IReadOnlyList<ISaveStep> Computing = [new GatherLines(), new Calculate(clearsHidden: true), new HideFields()];

    private static readonly IReadOnlyList<ISaveStep> Checks =
    [
        new CheckAccess(),
        .. Reading,
        new ReadLines(ReadingLines),
        new PlaceLines(),
        new FindParents(),
        new CheckRights(AccessOperation.Edit),
        new ApplyDefaults(),
        .. Computing,
        new CheckFields(),
        new CheckOptions(),
        new CheckUniqueness(),
        new CheckValidations(),
        new CheckFlows(ofDelete: false),
    ];

    private static readonly IReadOnlyList<ISaveStep> ChecksOfDelete =
    [
        new CheckAccess(),
        new FindStored(),
        new CheckRights(AccessOperation.Delete),
        new CheckFlows(ofDelete: true),
        new FindLines(),
        new CheckUnused(),
        new FindParents(),
        .. Computing,
        new CheckValidations(),
    ];

    private static readonly IReadOnlyList<ISaveStep> ChecksOfRestore =
    [
        new CheckAccess(),
        new FindDeleted(),
        new CheckRights(AccessOperation.Delete),
        new FindDeletedLines(),
        new CheckTargets(),
        new FindParents(),
        .. Computing,
        new CheckUniqueness(),
        new CheckValidations(),
    ];

    private static readonly IReadOnlyList<ISaveStep> ChecksOfPurge =
        [new CheckAccess(), new CheckAdministrator(), new FindDeleted(), new FindPurgedLines(), new CheckUnusedInTrash()];

    private static readonly IReadOnlyList<ISaveStep> Recalculation = [new FindStored(), new FindParents(), new GatherLines(), new Calculate(clearsHidden: false), new CheckUniqueness()];

    private static readonly IReadOnlyList<ISaveStep> ChecksOfRequired = [new FindStored(), new GatherLines(), new HideFields(), new CheckRequired()];

    private static readonly IReadOnlyList<ISaveStep> Writes = [new Store(), new AttachFiles(), new UpdateRollups(), new WriteHistory(), new StartFlows()];
    private static readonly IReadOnlyList<ISaveStep> CheckedWrites = [new Store(), new CheckCreated(), new AttachFiles(), new UpdateRollups(), new CheckAcross(), new WriteHistory(), new StartFlows()];

    private static readonly IReadOnlyList<ISaveStep> WritesOfPurge = [new Purge(), new WriteHistory()];

    /// <summary>Saves in a transaction of its own.</summary>
    public Task<SaveResult> SaveAsync(SaveRequest request, CancellationToken cancellationToken = default)
        => InTransactionAsync(request, (current, transaction) => SaveUnguardedAsync(current, transaction, cancellationToken), cancellationToken);

    /// <summary>Saves in the caller's transaction, which the caller commits; after anything but <see cref="SaveResult.Saved"/> it must not.</summary>
    public Task<SaveResult> SaveAsync(SaveRequest request, IRecordTransaction transaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return TellingDuplicatesAsync(() => SaveUnguardedAsync(request, transaction, cancellationToken));
    }

    /// <summary>
    /// Moves records into the trash, with their lines. The values of the request do not matter. Whoever does so means it, warnings or not;
    /// so for restoring.
    /// </summary>
    public Task<SaveResult> DeleteAsync(SaveRequest request, CancellationToken cancellationToken = default)
        => InTransactionAsync(
            request, (current, transaction) => RunAsync(current with { ConfirmsWarnings = true }, transaction, RecordAction.Delete, ChecksOfDelete, cancellationToken), cancellationToken);

    /// <summary>
    /// Brings records back from the trash, with the lines that went there with them. They are checked as if they were entered anew
    /// where that concerns other records, since those may have changed meanwhile. The values of the request do not matter.
    /// </summary>
    public Task<SaveResult> RestoreAsync(SaveRequest request, CancellationToken cancellationToken = default)
        => InTransactionAsync(request, (current, transaction) => RestoreAsync(current, transaction, cancellationToken), cancellationToken);

    /// <summary>Restores in the caller's transaction, which the caller commits; after anything but <see cref="SaveResult.Saved"/> it must not.</summary>
    public Task<SaveResult> RestoreAsync(SaveRequest request, IRecordTransaction transaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RunAsync(request with { ConfirmsWarnings = true }, transaction, RecordAction.Restore, ChecksOfRestore, cancellationToken);
    }

    /// <summary>Deletes records of the trash for ever, with all their lines; nothing but their history stays. For administrators.</summary>
    public Task<SaveResult> PurgeAsync(SaveRequest request, CancellationToken cancellationToken = default)
        => InTransactionAsync(
            request, (current, transaction) => RunAsync(current, transaction, RecordAction.Purge, ChecksOfPurge, cancellationToken), cancellationToken);

    /// <summary>
    /// Computes stored records anew, after the formulas of their form have changed. Nothing else is checked: nobody has touched
    /// the records. The caller commits.
    /// </summary>
    public Task<SaveResult> RecalculateAsync(SaveRequest request, IRecordTransaction transaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return TellingDuplicatesAsync(() => RunAsync(request, transaction, RecordAction.Update, Recalculation, cancellationToken));
    }

    /// <summary>Whether stored records have what the request requires (<see cref="SaveRequest.Required"/>); nothing else is checked, and nothing is changed.</summary>
    /// <returns><see cref="SaveResult.Saved"/> when nothing is missing.</returns>
    public async Task<SaveResult> CheckRequiredAsync(SaveRequest request, IRecordTransaction transaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var batch = await CreateBatchAsync(request, transaction, RecordAction.Update, cancellationToken);
        return await RunStepsAsync(batch, ChecksOfRequired, cancellationToken) ?? Saved(batch);
    }

    private Task<SaveResult> SaveUnguardedAsync(SaveRequest request, IRecordTransaction transaction, CancellationToken cancellationToken)
        => RunAsync(request, transaction, RecordAction.Update, Checks, cancellationToken);

    /// <summary>Another writer was faster between our check and our write.</summary>
    private static async Task<SaveResult> TellingDuplicatesAsync(Func<Task<SaveResult>> save)
    {
        try
        {
            return await save();
        }
        catch (DuplicateValueException exception)
        {
            var field = exception.Field;
            return new SaveResult.Invalid([new(0, RecordDiagnostics.TakenMeanwhile((field.UniqueKey?.Reads[0] ?? field).Key, field.Label))]);
        }
    }

    /// <summary>Rolls up stored records anew, after a rollup has changed, and computes what rests on it. The caller commits.</summary>
    /// <param name="request">The records into which is rolled up.</param>
    public async Task<SaveResult> RollUpAsync(FieldRollup rollup, SaveRequest request, IRecordTransaction transaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var batch = await CreateBatchAsync(request, transaction, RecordAction.Update, cancellationToken);
        var cascade = new RollupCascade(batch, checksRecords: false);
        cascade.Add(rollup, batch.Records.Select(record => record.Id));
        await cascade.RunAsync(cancellationToken);
        return batch.HasErrors ? new SaveResult.Invalid(ProblemsOf(batch)) : new SaveResult.Saved([]);
    }

    private async Task<SaveResult> InTransactionAsync(
        SaveRequest request, Func<SaveRequest, IRecordTransaction, Task<SaveResult>> save, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Actor.SeenBy is not null)
        {
            return new SaveResult.Invalid([new(0, AccessDiagnostics.OnlyViewing(request.Actor.Name))]);
        }

        try
        {
            return await ForTheFormInForceAsync(request, save, cancellationToken);
        }
        catch (DuplicateValueException)
        {
            // What the other writer has stored can be seen now, so that the check finds it and names it.
            return await TellingDuplicatesAsync(() => ForTheFormInForceAsync(request, save, cancellationToken));
        }
    }

    /// <summary>A page may have been open while its form was published anew; the save is then made for the form as it is now.</summary>
    private async Task<SaveResult> ForTheFormInForceAsync(
        SaveRequest request, Func<SaveRequest, IRecordTransaction, Task<SaveResult>> save, CancellationToken cancellationToken)
    {
        var current = request;
        while (true)
        {
            try
            {
                var attempt = current;
                return await Repetition.RunAsync(() => InOneTransactionAsync(attempt, save, cancellationToken));
            }
            catch (FormChangedException)
            {
                // Nothing is stored yet. Once more, for a form that may be published anew again until the save begins.
                if (workspace.Current.FindForm(request.Form.Key) is not { } form)
                {
                    return new SaveResult.Invalid([new(0, RecordDiagnostics.FormGone(request.Form.Label))]);
                }

                current = request.For(form);
            }

            if (request.KeyField is { } key && current.KeyField is null)
            {
                return new SaveResult.Invalid([new(0, RecordDiagnostics.KeyGone(key.Key, key.Label))]);
            }
        }
    }

    private async Task<SaveResult> InOneTransactionAsync(
        SaveRequest request, Func<SaveRequest, IRecordTransaction, Task<SaveResult>> save, CancellationToken cancellationToken)
    {
        await using var transaction = await store.BeginAsync(cancellationToken);
        var result = await save(request, transaction);
        if (result is SaveResult.Saved)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return result;
    }

    private async Task<SaveBatch> CreateBatchAsync(SaveRequest request, IRecordTransaction transaction, RecordAction action, CancellationToken cancellationToken)
    {
        var rights = await access.OfAsync(request.Actor, cancellationToken);
        var scope = new SaveScope
        {
            Request = request,
            Transaction = transaction,
            At = Truncate(request.At ?? rights.Evaluation.Now),
            Today = rights.Evaluation.Today,
            Access = rights,
            ReferencesTo = form => workspace.Current.Forms.SelectMany(other => other.Fields).Where(field => field.Target == form),
            FlowsOf = form => workspace.Current.Flows.Where(flow => flow.Form.Key == form.Key),
            SaveTargetsAsync = (targets, cancellation) => SaveAsync(targets, transaction, cancellation),
        };
        var records = request.Records.Select((input, index) => new PendingRecord { Index = index, Input = input, Id = input.Id ?? 0, Intent = action });
        return new() { Form = request.Form, Records = [.. records], Scope = scope };
    }

    /// <summary>Databases keep microseconds; what is read back must equal what was written.</summary>
    private static DateTime Truncate(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    private async Task<SaveResult> RunAsync(
        SaveRequest request, IRecordTransaction transaction, RecordAction action, IReadOnlyList<ISaveStep> checks, CancellationToken cancellationToken)
    {
        if (request.Records.Count == 0)
        {
            return new SaveResult.Saved([]);
        }

        var batch = await CreateBatchAsync(request, transaction, action, cancellationToken);
        try
        {
            return await RunStepsAsync(batch, checks, cancellationToken)
                ?? AskForConfirmation(batch)
                ?? await StoreAsync(batch, checks, cancellationToken)
                ?? Saved(batch);
        }
        catch (UnreadableValueException exception)
        {
            return new SaveResult.Invalid([new(0, exception.Reason)]);
        }
    }

    /// <summary>What was stored and then refused is taken back: the transaction may be the caller's, who goes on with other records.</summary>
    private static async Task<SaveResult?> StoreAsync(SaveBatch batch, IReadOnlyList<ISaveStep> checks, CancellationToken cancellationToken)
    {
        if (checks == ChecksOfPurge || checks == Recalculation || !CanBeRefusedLater(batch))
        {
            return await RunStepsAsync(batch, checks == ChecksOfPurge ? WritesOfPurge : Writes, cancellationToken);
        }

        await batch.Scope.Transaction.MarkAsync(cancellationToken);
        var refused = await RunStepsAsync(batch, CheckedWrites, cancellationToken) ?? AskForConfirmation(batch);
        if (refused is not null)
        {
            await batch.Scope.Transaction.ReturnAsync(cancellationToken);
        }

        return refused;
    }

    /// <summary>What looks at other records, or is rolled up into them, is checked once it is stored; so are files, which another save may take first.</summary>
    private static bool CanBeRefusedLater(SaveBatch batch)
        => CheckCreated.Concerns(batch) || batch.Scope.Transaction.Rollups.Count > 0 || batch.All.Any(part => part.Form.Logic.LooksAcross || part.Form.FileFields.Count > 0);

    /// <summary>Null when every step went through.</summary>
    private static async Task<SaveResult?> RunStepsAsync(SaveBatch batch, IReadOnlyList<ISaveStep> steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            var started = Stopwatch.GetTimestamp();
            await step.RunAsync(batch, cancellationToken);
            StepDuration.Record(Stopwatch.GetElapsedTime(started).TotalMilliseconds, new KeyValuePair<string, object?>("step", step.GetType().Name));
            if (batch.Scope.Conflict is { } conflict)
            {
                return new SaveResult.Conflict(conflict);
            }
        }

        return batch.HasErrors ? new SaveResult.Invalid(ProblemsOf(batch)) : null;
    }

    private static SaveResult.Unconfirmed? AskForConfirmation(SaveBatch batch)
        => !batch.Scope.Request.ConfirmsWarnings && WarningsOf(batch, isConfirmed: false) is { Count: > 0 } open ? new(open) : null;

    private static List<RecordWarning> WarningsOf(SaveBatch batch, bool isConfirmed)
        => [.. batch.All.SelectMany(part => part.Records)
            .SelectMany(record => record.Warnings
                .Where(warning => isConfirmed == (batch.Scope.Request.ConfirmsWarnings || record.IsConfirmed(warning.Name)))
                .Select(warning => new RecordWarning(record.Index, warning.Name, warning.Diagnostic)))
            .OrderBy(warning => warning.Index)];

    private static List<RecordProblem> ProblemsOf(SaveBatch batch)
        => [.. batch.All.SelectMany(part => part.Records)
            .SelectMany(record => record.Problems.Select(problem => new RecordProblem(record.Index, problem)))
            .OrderBy(problem => problem.Index)];

    private static SaveResult.Saved Saved(SaveBatch batch)
        => new([.. batch.Records.Select(record => new SavedRecord(record.Id, record.Version, record.IsNew, record.IsChanged))])
        {
            Confirmed = WarningsOf(batch, isConfirmed: true),
        };
}
