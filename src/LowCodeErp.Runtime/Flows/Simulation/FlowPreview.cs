using System.Collections.Immutable;
using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Simulation;

/// <summary>
/// Where an instance would go if everybody approved (试运行, rule 60): the machine itself tells, so that nothing can differ from what happens then. Time passes
/// where it waits for time, events come where it waits for them, and jobs outside succeed.
/// </summary>
public sealed class FlowPreview
{
    private const int MostEvents = 5_000;

    private static readonly string _choiceMissing = FlowDiagnostics.ChoiceMissing().Code;

    private readonly FlowSimulation _simulation;
    private readonly Func<DateTime, FlowFacts> _factsAt;
    private readonly List<string> _chosenFor = [];
    private ImmutableSortedDictionary<string, ImmutableArray<long>> _choices = ImmutableSortedDictionary<string, ImmutableArray<long>>.Empty;
    private DateTime _now;

    private FlowPreview(FlowSimulation simulation, DateTime now, Func<DateTime, FlowFacts> factsAt) => (_simulation, _now, _factsAt) = (simulation, now, factsAt);

    public FlowState State => _simulation.State;

    /// <summary>In the order in which they would be reached.</summary>
    public IReadOnlyList<FlowPreviewStep> Path => [.. _simulation.History
        .Where(entry => entry is { Block: not null, ScopeId: not null } && State.Scopes[entry.ScopeId.Value].Branch is null)
        .GroupBy(entry => entry.ScopeId!.Value).Select(StepOf)];

    /// <summary>Keys of the steps whose people somebody chooses on the way; the preview took the first who may be chosen.</summary>
    public IReadOnlyList<string> ChosenFor => _chosenFor;

    /// <summary>The steps that it would not come to, in the order in which they stand.</summary>
    public IReadOnlyList<FlowBlock> NotReached
    {
        get
        {
            var reached = State.Scopes.Values.Select(scope => scope.Block).ToHashSet();
            return [.. _simulation.Model.Trunk.WithAllBelow.Where(block => !reached.Contains(block.Key))];
        }
    }

    /// <summary>Why it would not begin; null when it would.</summary>
    public Diagnostic? Refusal { get; private set; }

    /// <param name="simulation">A draft, or a running instance whose remaining way is wanted.</param>
    /// <param name="factsAt">The facts at a moment in UTC.</param>
    public static FlowPreview Run(FlowSimulation simulation, DateTime now, Func<DateTime, FlowFacts> factsAt)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        var preview = new FlowPreview(simulation, now, factsAt);
        preview.Submit();
        for (var count = 0; count < MostEvents && preview.Refusal is null && !preview.State.Instance.HasEnded && preview.GoOn(); count++)
        {
        }

        return preview;
    }

    private void Submit()
    {
        if (State.Instance.Status == FlowStatus.Draft)
        {
            Refusal = DoWithChoices(() => new FlowEvent.Submit { CommandId = Guid.NewGuid(), ActorId = State.Instance.InitiatorId ?? 0, Choices = _choices });
        }
    }

    /// <returns>Whether anything happened; otherwise it waits for an administrator.</returns>
    private bool GoOn()
    {
        if (State.Seats.Values.FirstOrDefault(seat => seat.Status == SeatStatus.Open) is { } seat)
        {
            return seat.HolderId is null && seat.Group != Machine.FlowStaffing.Anybody ? Claim(seat) : Agree(seat);
        }

        var open = State.Waits.Values.FirstOrDefault(wait => wait is { ScopeId: not null, IsClosed: false });
        var job = State.Jobs.Values.FirstOrDefault(job => job.Status == JobStatus.Open && job.ScopeId is not null);
        FlowEvent? next = job is not null ? new FlowEvent.Report(job.Id, job.Generation, "null") { CommandId = Guid.NewGuid() }
            : open is not null ? new FlowEvent.Signal(open.Event) { CommandId = Guid.NewGuid() }
            : Due();
        return next is not null && Do(next) is null;
    }

    private FlowEvent.Fire? Due()
    {
        var timer = State.Timers.Values.Where(timer => timer.Status == TimerStatus.Open).MinBy(timer => timer.DueAt);
        _now = timer is not null && timer.DueAt > _now ? timer.DueAt : _now;
        return timer is null ? null : new(timer.Id) { CommandId = Guid.NewGuid() };
    }

    private bool Claim(FlowSeat seat)
        => _factsAt(_now).Organisation.Members.Any(member => Do(new FlowEvent.Claim { CommandId = Guid.NewGuid(), ActorId = member.Id, SeatId = seat.Id }) is null);

    private bool Agree(FlowSeat seat)
    {
        var actor = seat.HolderId ?? State.Instance.InitiatorId ?? 0;
        var isApproval = ((FlowBlock.Leaf)_simulation.Model.Blocks[State.Scopes[seat.ScopeId].Block!]).Settings is Metadata.Flows.Tasks.ApprovalSettings;
        return DoWithChoices(() => isApproval
            ? new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = actor, SeatId = seat.Id, Opinion = "-", SignatureId = 0, Choices = _choices }
            : new FlowEvent.Complete { CommandId = Guid.NewGuid(), ActorId = actor, SeatId = seat.Id, Opinion = "-", SignatureId = 0 }) is null;
    }

    /// <summary>Where somebody has to be chosen, the first who may be.</summary>
    private Diagnostic? DoWithChoices(Func<FlowEvent> make)
    {
        var refusal = Do(make());
        while (refusal?.Code == _choiceMissing && !_chosenFor.Contains(refusal.Path))
        {
            var block = refusal.Path;
            _chosenFor.Add(block);
            foreach (var member in _factsAt(_now).Organisation.Members)
            {
                _choices = _choices.SetItem(block, [member.Id]);
                refusal = Do(make());
                if (refusal is null || refusal.Path != block)
                {
                    break;
                }
            }
        }

        return refusal;
    }

    private Diagnostic? Do(FlowEvent flowEvent) => _simulation.Do(flowEvent, _factsAt(_now));

    private FlowPreviewStep StepOf(IGrouping<int, FlowHistory> entries)
    {
        var block = _simulation.Model.Blocks[State.Scopes[entries.Key].Block!];
        return new(
            block,
            [.. entries.Where(entry => entry.Action == FlowActions.Asked && entry.SeatId is not null).Select(entry => State.Seats[entry.SeatId!.Value].PrincipalId).OfType<long>()],
            [.. entries.Where(entry => entry.Reason is not null && entry.Action is FlowActions.Skipped or FlowActions.Faulted).Select(entry => entry.Reason!)],
            [.. entries.Where(entry => entry.Action == FlowActions.Entered && entry.Details is not null).SelectMany(entry => BranchesOf(entry.Details!))]);
    }

    private static IEnumerable<string> BranchesOf(string details)
    {
        using var document = JsonDocument.Parse(details);
        return document.RootElement.TryGetProperty("taken", out var taken) ? [.. taken.EnumerateArray().Select(branch => branch.GetString()!)] : [];
    }
}
