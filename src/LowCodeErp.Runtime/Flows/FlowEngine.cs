using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Flows;

/// <summary>
/// The one way to change instances of flows. A command loads its instance, lets <see cref="FlowMachine"/> decide, answers what that cannot know, and stores
/// what comes of it, all in one transaction (flows.md 2.1-1). What was refused leaves nothing behind.
/// </summary>
public sealed partial class FlowEngine(
    IRecordStore records, IFlowStore flows, IFlowVersions versions, FlowShell shell, IWorkspace workspace, IAccess access, IOrganisation organisation, IWorkingCalendars calendars, FlowNews news)
    : IDisposable
{
    /// <summary>How many commands are carried out at a time: more of them only wait for each other in the database (decision 0050).</summary>
    private readonly SemaphoreSlim _room = new(4 * Environment.ProcessorCount);

    /// <summary>The rules; tests of durability put simpler ones in their place.</summary>
    internal Func<FlowModel, FlowState, FlowEvent, FlowFacts, FlowStep> Apply { get; init; } = FlowMachine.Apply;

    /// <summary>Who is who, and what time it is; scripts of flows bring their own.</summary>
    internal Func<MemberAccess, FlowFacts> Facts { get => field ?? ReadFacts; init; }

    /// <summary>Begins an instance and submits it. Whoever submits must be able to edit the record.</summary>
    /// <param name="submit">Its command id comes from whoever asks, so that asking twice begins one instance (rule 57).</param>
    public Task<FlowResult> StartAsync(string flow, long recordId, FlowEvent.Submit submit, Actor actor, CancellationToken cancellationToken = default)
        => RunAsync(transaction => StartAsync(flow, recordId, null, submit, null, actor, transaction, cancellationToken), actor, cancellationToken);

    /// <summary>Begins an instance that nobody submits. Nobody's rights are asked, since it is the flow that says when it begins.</summary>
    public Task<FlowResult> BeginAsync(PendingStart start, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        var initiator = organisation.Current.Members.FirstOrDefault(member => member.Id == start.ActorId && member.IsActive);
        var actor = initiator is null ? Actor.System : new Actor(initiator.Id, initiator.Name, IsAdministrator: false);
        var submit = new FlowEvent.Submit { CommandId = start.CommandId, ActorId = actor.MemberId ?? 0 };
        return RunAsync(transaction => StartAsync(start.Flow, start.RecordId, null, submit, start, actor, transaction, cancellationToken), actor, cancellationToken);
    }

    /// <summary>Stores the record as it was filled in, and submits it: both or neither.</summary>
    /// <param name="record">Without an id a new one; with its version it is refused when somebody else changed it meanwhile.</param>
    public Task<FlowResult> StartAsync(string flow, RecordInput record, FlowEvent.Submit submit, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return RunAsync(transaction => StartAsync(flow, record.Id ?? 0, record, submit, null, actor, transaction, cancellationToken), actor, cancellationToken);
    }

    /// <summary>Carries out a command, or what happened by itself. Whether the actor may act at a seat is the machine's business.</summary>
    public Task<FlowResult> RunAsync(long instanceId, FlowEvent happened, Actor actor, CancellationToken cancellationToken = default)
        => RunAsync(transaction => RunAsync(instanceId, happened, null, actor, transaction, cancellationToken), actor, cancellationToken);

    /// <summary>
    /// Changes the record and decides, or submits again: both or neither. With a task the record is changed by the rights of its step alone (rule 43).
    /// </summary>
    /// <param name="happened">Approving, completing, keeping a draft, or submitting; with anything else no record comes.</param>
    /// <param name="record">With its version it is refused when somebody else changed it meanwhile.</param>
    public Task<FlowResult> RunAsync(long instanceId, FlowEvent.Command happened, RecordInput record, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return RunAsync(transaction => RunAsync(instanceId, happened, record, actor, transaction, cancellationToken), actor, cancellationToken);
    }

    /// <summary>批量 (rule 22): each by itself, so that one which is refused keeps no other from going through. What a step requires it requires here too.</summary>
    /// <returns>One result for each command, in their order.</returns>
    public async Task<IReadOnlyList<FlowResult>> RunEachAsync(
        IReadOnlyList<(long InstanceId, FlowEvent.SeatCommand Command)> commands, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        var results = new List<FlowResult>(commands.Count);
        foreach (var (instance, command) in commands)
        {
            results.Add(await RunAsync(instance, command, actor, cancellationToken));
        }

        return results;
    }

    public void Dispose() => _room.Dispose();

    private async Task<FlowResult> RunAsync(Func<IRecordTransaction, Task<Outcome>> work, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.SeenBy is not null)
        {
            return new FlowResult.Refused(AccessDiagnostics.OnlyViewing(actor.Name));
        }

        if (actor.MemberId is { } member && !organisation.Current.IsActive(member))
        {
            return new FlowResult.Refused(RecordDiagnostics.ActorInactive(actor.Name));
        }

        return await FlowRepetition.RunAsync(() => InOneTransactionAsync(work, cancellationToken), cancellationToken)
            ?? new FlowResult.Refused(FlowCommandDiagnostics.Busy());
    }

    private async Task<FlowResult> InOneTransactionAsync(Func<IRecordTransaction, Task<Outcome>> work, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = await records.BeginAsync(cancellationToken);
            var (result, change) = await work(transaction);
            if (change is not null)
            {
                await transaction.CommitAsync(cancellationToken);
                news.Tell(FlowNewsItem.Of(change));
            }

            return result;
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task<Outcome> StartAsync(
        string key, long recordId, RecordInput? record, FlowEvent.Submit submit, PendingStart? start, Actor actor, IRecordTransaction transaction, CancellationToken cancellationToken)
    {
        // Until the end nobody changes or deletes the record, and of two who submit it one comes after the other: only then is the receipt of the first one seen.
        var found = workspace.Current.FindFlow(key);
        if (found is not null && recordId != 0)
        {
            await transaction.LockAsync(found.Form, [recordId], cancellationToken);
        }

        if (await flows.FindReceiptAsync(submit.CommandId, transaction, cancellationToken) is { } receipt)
        {
            return Repeat(receipt, actor);
        }

        if (found is not { } flow)
        {
            return Refuse(FlowCommandDiagnostics.UnknownFlow(key));
        }

        var viewer = await access.OfAsync(actor, cancellationToken);
        var command = new FlowCommand(flow, recordId, actor, Facts(viewer), transaction) { Depth = start?.Depth ?? 0 };
        var (id, refused) = record is null
            ? (recordId, await FindRefusalAsync(start is null ? viewer : null, command, cancellationToken))
            : await shell.Records.SubmitAsync(record, command, cancellationToken);
        if (refused is not null)
        {
            return new(refused, null);
        }

        command = command with { RecordId = id };
        if (!flow.Definition.Concurrent && (await transaction.FindRunningFlowsAsync([id], cancellationToken)).Any(instance => instance.Flow == key))
        {
            return Refuse(FlowCommandDiagnostics.RunningAlready(flow.Label));
        }

        if (start is null && await shell.FindStartRefusalAsync(submit.Button, command, cancellationToken) is { } unmet)
        {
            return Refuse(unmet);
        }

        var state = await MakeDraftAsync(command, cancellationToken);
        return await StepAsync(command, null, state, submit, cancellationToken);
    }

    /// <param name="viewer">Whose rights are asked; null for nobody's.</param>
    private static async Task<FlowResult.Refused?> FindRefusalAsync(MemberAccess? viewer, FlowCommand command, CancellationToken cancellationToken)
    {
        var form = command.Flow.Form;
        return !(await command.Transaction.FindExistingAsync(form, [command.RecordId], cancellationToken)).Contains(command.RecordId) ? new(FlowCommandDiagnostics.RecordGone(form.Label))
            : viewer is not null && !await MayEditAsync(viewer, command.Flow, command.RecordId, command.Transaction, cancellationToken) ? new(FlowCommandDiagnostics.NotYoursToSubmit(form.Label))
            : null;
    }

    private async Task<Outcome> RunAsync(long instanceId, FlowEvent happened, RecordInput? record, Actor actor, IRecordTransaction transaction, CancellationToken cancellationToken)
    {
        var load = await flows.LoadAsync(instanceId, happened.CommandId, transaction, cancellationToken);
        if (load.Receipt is { } receipt)
        {
            return Repeat(receipt, actor);
        }

        if (load.State is not { } state)
        {
            return Refuse(FlowCommandDiagnostics.UnknownInstance());
        }

        var found = await versions.FindAsync(state.Instance.Flow, state.Instance.FlowVersion ?? workspace.Current.Version, cancellationToken);
        if (found.Model is not { } flow)
        {
            return Refuse(found.Diagnostics.Count > 0 ? found.Diagnostics[0] : FlowCommandDiagnostics.UnknownFlow(state.Instance.Flow));
        }

        var viewer = await access.OfAsync(actor, cancellationToken);
        if (!viewer.Administers(flow.App) && FindRefusal(happened, flow, state, actor) is { } forbidden)
        {
            return Refuse(forbidden);
        }

        var command = new FlowCommand(flow, state.Instance.RecordId, actor, Facts(viewer), transaction);
        Diagnostic? Refusal() => Apply(flow, state, happened, command.Facts) is FlowStep.Refused refused ? refused.Diagnostic : null;
        return await shell.Records.PrepareAsync(command, state, happened, record, Refusal, cancellationToken) is { } unfit
            ? new(unfit, null)
            : await StepAsync(command, state, state, happened, cancellationToken);
    }

    /// <summary>What administrators alone do, the initiator beside them (rule 20), or whoever had a part (rule 21). Who may act at a seat, the machine knows.</summary>
    private static Diagnostic? FindRefusal(FlowEvent happened, FlowModel flow, FlowState state, Actor actor) => happened switch
    {
        FlowEvent.AdministratorCommand => FlowCommandDiagnostics.OnlyAdministrators(flow.Label),
        FlowEvent.Remind when state.Instance.InitiatorId != actor.MemberId => FlowDiagnostics.NotInitiator(),
        FlowEvent.Copy when actor.MemberId is not { } member || !FlowParticipants.Contains(state, member) => FlowCommandDiagnostics.NotParticipant(flow.Label),
        _ => null,
    };

    /// <param name="before">As it is stored; null for a new instance.</param>
    private async Task<Outcome> StepAsync(FlowCommand command, FlowState? before, FlowState state, FlowEvent happened, CancellationToken cancellationToken)
    {
        var (step, subject, version) = await AdvanceAsync(command, state, happened, cancellationToken);
        return step switch
        {
            FlowStep.Refused refused => Refuse(refused.Diagnostic),
            FlowStep.Taken taken when ReferenceEquals(taken.State, before) && taken.History.Count == 0 => new(Answer(taken.State.Instance), null),
            FlowStep.Taken taken => await StoreAsync(command, before, taken, subject, version, happened, cancellationToken),
            _ => throw new InvalidOperationException($"The machine ended with {step}."),
        };
    }

    /// <summary>The machine, with its questions answered.</summary>
    private async Task<(FlowStep Step, FlowSubject? Subject, long? Version)> AdvanceAsync(FlowCommand command, FlowState state, FlowEvent happened, CancellationToken cancellationToken)
    {
        var subject = await shell.Records.ReadAsync(command, state, happened, cancellationToken);
        var (version, known) = (subject?.Version, state.Instance.RecordVersion);
        var step = Apply(command.Flow, state, happened, command.Facts with { RecordVersion = version, FormChanged = known is not null && version is not null && known != version });
        while (step is FlowStep.Asked asked)
        {
            step = asked.Answer(await shell.AnswerAsync(asked.Question, command with { InitiatorId = state.Instance.InitiatorId, Depth = state.Instance.Depth }, cancellationToken));
            version = asked.Question is FlowQuestion.UpdateRecords ? await shell.Records.ReadVersionAsync(command, cancellationToken) : version;
        }

        return (step, subject, version);
    }

    /// <param name="recordVersion">As the flow leaves the record behind: what it changed of its own accord is nobody's change.</param>
    private async Task<Outcome> StoreAsync(FlowCommand command, FlowState? before, FlowStep.Taken taken, FlowSubject? subject, long? recordVersion, FlowEvent happened, CancellationToken cancellationToken)
    {
        var instance = taken.State.Instance with { Version = (before?.Instance.Version ?? 0) + 1, RecordVersion = recordVersion };
        var receipt = new FlowReceipt
        {
            CommandId = happened.CommandId, InstanceId = instance.Id, ActorId = command.Actor.MemberId, At = command.Facts.Now, Version = instance.Version, Status = instance.Status,
        };
        var change = new FlowChange(before, taken.State with { Instance = instance }, taken.History, receipt);
        if (subject is not null && taken.State.Seats.Values.Any(seat => seat.RecordVersion == subject.Version))
        {
            change = change with { SnapshotVersion = subject.Version, Snapshot = subject.Parts };
        }

        await flows.StoreAsync(change, command.Transaction, cancellationToken);
        return new(Answer(instance), change);
    }

    private async Task<FlowState> MakeDraftAsync(FlowCommand command, CancellationToken cancellationToken) => new()
    {
        Instance = new()
        {
            Id = await flows.AllocateIdAsync(command.Transaction, cancellationToken),
            Flow = command.Flow.Key,
            FlowVersion = workspace.Current.Version,
            RecordId = command.RecordId,
            RunsBesideOthers = command.Flow.Definition.Concurrent,
            Title = await shell.ReadTitleAsync(command, cancellationToken),
            InitiatorId = command.Actor.MemberId,
            Depth = command.Depth,
            CreatedAt = command.Facts.Now,
        },
    };

    private static async Task<bool> MayEditAsync(MemberAccess viewer, FlowModel flow, long recordId, IRecordTransaction transaction, CancellationToken cancellationToken)
    {
        if (viewer.IsUnlimited)
        {
            return true;
        }

        var own = viewer.Of(flow.Form);
        var answers = own.Terms is { Count: > 0 } terms ? await transaction.AskAsync(flow.Form, [recordId], viewer, terms, cancellationToken) : AccessAnswers.None;
        return new RecordRights(own, answers, recordId).May(AccessOperation.Edit);
    }

    /// <summary>The moment of the evaluation is cut to what databases keep.</summary>
    private FlowFacts ReadFacts(MemberAccess viewer) => new(viewer.Evaluation.Now, organisation.Current, calendars.Current, workspace.TimeZone);

    private static Outcome Repeat(FlowReceipt receipt, Actor actor) => receipt.ActorId == actor.MemberId
        ? new(new FlowResult.Done(receipt.InstanceId, receipt.Version, receipt.Status), null)
        : Refuse(FlowCommandDiagnostics.SomebodyElsesCommand());

    private static FlowResult.Done Answer(FlowInstance instance) => new(instance.Id, instance.Version, instance.Status);

    private static Outcome Refuse(Diagnostic diagnostic) => new(new FlowResult.Refused(diagnostic), null);

    /// <param name="Change">What is to be committed; null for nothing.</param>
    private readonly record struct Outcome(FlowResult Result, FlowChange? Change);
}
