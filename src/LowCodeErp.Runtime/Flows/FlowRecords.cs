using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Records.Saving;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What a command has to do with the record of its instance: changes that come with it, and what its step requires. All within the command's transaction.</summary>
internal sealed class FlowRecords(IWorkspace workspace, SavePipeline pipeline)
{
    /// <summary>Stores a record that is submitted for the first time, by the rights that the initiator has anyhow.</summary>
    /// <returns>The id, or why not.</returns>
    public async Task<(long Id, FlowResult.Refused? Refusal)> SubmitAsync(RecordInput record, FlowCommand command, CancellationToken cancellationToken)
    {
        var result = await SaveAsync(record, command.Actor, ChangeSource.Page, command, cancellationToken);
        return result is SaveResult.Saved saved ? (saved.Records[0].Id, null) : (0, Refuse(result, command));
    }

    /// <summary>Stores the record that comes with a command on an instance, and asks whether it has what the step requires.</summary>
    /// <param name="refusal">What the machine says against the command; null for nothing.</param>
    /// <returns>Null where nothing speaks against going on.</returns>
    public async Task<FlowResult.Refused?> PrepareAsync(
        FlowCommand command, FlowState state, FlowEvent happened, RecordInput? record, Func<Diagnostic?> refusal, CancellationToken cancellationToken)
    {
        var problem = record is null ? null : await ChangeAsync(command, state, happened, record, refusal, cancellationToken);
        return problem ?? (happened is FlowEvent.Approve or FlowEvent.Complete && FindStep(command, state, (FlowEvent.SeatCommand)happened) is { } settings
            ? await FindMissingAsync(settings, command, cancellationToken)
            : null);
    }

    /// <summary>
    /// What comes with a decision is changed by the rights of its task alone, what comes with a submission by those that the initiator has anyhow. Where the task is not
    /// his, or nothing is to be submitted, the machine says so better than any rights.
    /// </summary>
    private async Task<FlowResult.Refused?> ChangeAsync(
        FlowCommand command, FlowState state, FlowEvent happened, RecordInput record, Func<Diagnostic?> refusal, CancellationToken cancellationToken)
    {
        var seat = happened is FlowEvent.SeatCommand decision ? state.Seats.GetValueOrDefault(decision.SeatId) : null;
        var isTheirs = happened switch
        {
            FlowEvent.Approve or FlowEvent.Complete or FlowEvent.KeepDraft => seat is { Status: SeatStatus.Open } && seat.HolderId == command.Actor.MemberId,
            FlowEvent.Submit => state.Instance.Status is FlowStatus.Draft or FlowStatus.Returned,
            _ => false,
        };
        if (!isTheirs || state.Instance.SuspendedAt is not null)
        {
            return new(refusal() ?? FlowCommandDiagnostics.NoRecordWithIt());
        }

        var (actor, source) = seat is null ? (command.Actor, ChangeSource.Page) : (command.Actor with { Task = new(command.Flow.Form.Key, state.Instance.Id, seat.Id) }, ChangeSource.Flow);
        return await SaveAsync(record with { Id = state.Instance.RecordId }, actor, source, command, cancellationToken) is var result and not SaveResult.Saved ? Refuse(result, command) : null;
    }

    private Task<SaveResult> SaveAsync(RecordInput record, Actor actor, ChangeSource source, FlowCommand command, CancellationToken cancellationToken)
        => pipeline.SaveAsync(new(FormOf(command), [record], actor, source) { At = command.Facts.Now }, command.Transaction, cancellationToken);

    /// <summary>What is decided; whoever only gives an opinion need not fill in anything.</summary>
    private static TaskSettings? FindStep(FlowCommand command, FlowState state, FlowEvent.SeatCommand decision)
        => state.Seats.GetValueOrDefault(decision.SeatId) is { Status: SeatStatus.Open, Delegators.Length: 0 } seat && (seat.HolderId is null || seat.HolderId == decision.ActorId)
            && command.Flow.Find(state.Scopes[seat.ScopeId].Block ?? "") is FlowBlock.Leaf { Settings: TaskSettings settings } ? settings : null;

    /// <summary>What the step requires and the record does not have (rule 44); null for nothing.</summary>
    private async Task<FlowResult.Refused?> FindMissingAsync(TaskSettings settings, FlowCommand command, CancellationToken cancellationToken)
    {
        var required = settings.Fields.Where(right => right.Value == FieldRight.Require).Select(right => right.Key).ToHashSet(StringComparer.Ordinal);
        if (required.Count == 0)
        {
            return null;
        }

        var request = new SaveRequest(FormOf(command), [new() { Id = command.RecordId }], command.InItsName, ChangeSource.Flow) { Required = required };
        return await pipeline.CheckRequiredAsync(request, command.Transaction, cancellationToken) is var result and not SaveResult.Saved ? Refuse(result, command) : null;
    }

    /// <summary>What is decided upon; null where nothing of the flow depends on it, and where the record is gone.</summary>
    public async Task<FlowSubject?> ReadAsync(FlowCommand command, FlowState state, FlowEvent happened, CancellationToken cancellationToken)
    {
        if (await FindAsync(command, cancellationToken) is not { } record)
        {
            return null;
        }

        var isKept = command.Flow.Definition.Record == FlowRecordAccess.Snapshot && happened is FlowEvent.SeatCommand and not FlowEvent.Read
            && state.Seats.Values.All(seat => seat.RecordVersion != record.Version);
        return new(record.Version, isKept ? await ReadPartsAsync(command, record, cancellationToken) : []);
    }

    /// <summary>Null as for <see cref="ReadAsync"/>.</summary>
    public async Task<long?> ReadVersionAsync(FlowCommand command, CancellationToken cancellationToken) => (await FindAsync(command, cancellationToken))?.Version;

    private async Task<StoredRecord?> FindAsync(FlowCommand command, CancellationToken cancellationToken)
        => command.Flow.CountsRecordVersions
            ? (await command.Transaction.ReadAsync(FormOf(command), [command.RecordId], cancellationToken)).GetValueOrDefault(command.RecordId)
            : null;

    private async Task<IReadOnlyList<SnapshotPart>> ReadPartsAsync(FlowCommand command, StoredRecord record, CancellationToken cancellationToken)
    {
        var form = FormOf(command);
        var parts = new List<SnapshotPart> { new(form, record.Id, ChangeText.WriteWhole(form, record)) };
        foreach (var lines in form.SubTables.Select(subTable => subTable.Lines!))
        {
            var stored = await command.Transaction.ReadLinesAsync(lines, [record.Id], cancellationToken);
            parts.AddRange(stored.OrderBy(line => line.Position).Select(line => new SnapshotPart(lines, line.Id, ChangeText.WriteWhole(lines, line))));
        }

        return parts;
    }

    private static FlowResult.Refused Refuse(SaveResult result, FlowCommand command) => new(Describe(result, command)) { Record = result };

    /// <summary>The first thing that is wrong, for doors that show one.</summary>
    private static Diagnostic Describe(SaveResult result, FlowCommand command) => result switch
    {
        SaveResult.Invalid invalid => invalid.Problems[0].Diagnostic,
        SaveResult.Conflict conflict => FlowCommandDiagnostics.RecordConflict(conflict.Change, command.Facts.Zone),
        SaveResult.Unconfirmed open => FlowCommandDiagnostics.RecordUnconfirmed(open.Warnings[0].Diagnostic.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };

    private FormModel FormOf(FlowCommand command) => workspace.Current.FindForm(command.Flow.Form.Key)!;
}
