using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.Simulation;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.Runtime.Organisations;

namespace LowCodeErp.Unit.Tests.Flows;

/// <summary>
/// A shell in memory: answers questions from <see cref="Values"/>, keeps state and history, and asks the doctor after every step. A, B … Z are members 1 to 26;
/// Z begins instances, Y is his superior, X is hers.
/// </summary>
internal sealed class FlowRunner : IFlowAnswers
{
    public const long Initiator = 26;

    private readonly FlowSimulation _simulation;

    /// <param name="initiator">Null when a schedule begins it.</param>
    public FlowRunner(FlowModel model, long? initiator = Initiator) => _simulation = new(model, FlowSimulation.NewInstance(model, initiator, Start), this);

    public FlowModel Model => _simulation.Model;

    public FlowState State => _simulation.State;

    public static DateTime Start { get; } = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    public IReadOnlyList<FlowHistory> History => _simulation.History;

    /// <summary>What terms come to, by name; what is not named is false.</summary>
    public Dictionary<string, object?> Values { get; } = [];

    public Dictionary<string, long[]> Roles { get; } = [];

    public long[] Administrators { get; set; } = [];

    public FlowAnswer? RecordAnswer { get; set; }

    public HashSet<long> Left { get; } = [];

    public DateTime Now { get; set; } = Start;

    public WorkingCalendar Calendar { get; set; } = new(1, [DayOfWeek.Saturday, DayOfWeek.Sunday], []);

    public FlowStatus Status => State.Instance.Status;

    /// <summary>Who is asked where, <c>a:A b:B</c>, in the order of blocks.</summary>
    public string Open => string.Join(' ', State.Seats.Values.Where(seat => seat.Status == SeatStatus.Open)
        .Select(seat => $"{State.Scopes[seat.ScopeId].Block}:{Name(seat.HolderId)}").Order(StringComparer.Ordinal));

    public IEnumerable<FlowIncident> Incidents => State.Incidents.Values.Where(incident => incident.ResolvedAt is null);

    public static long Id(string name) => name[0] - 'A' + 1;

    public static string Name(long? id) => id is { } known ? ((char)('A' + known - 1)).ToString() : "?";

    public FlowRunner Submit()
    {
        Do(new FlowEvent.Submit { CommandId = Guid.NewGuid(), ActorId = Initiator });
        return this;
    }

    /// <summary>An event that has to be carried out.</summary>
    public void Do(FlowEvent flowEvent) => Assert.Null(Try(flowEvent));

    /// <returns>The code of the refusal; null when it was carried out.</returns>
    public string? Try(FlowEvent flowEvent)
    {
        var known = History.Count;
        if (_simulation.Do(flowEvent, Facts()) is { } refusal)
        {
            Assert.NotEmpty(refusal.Message.Chinese);
            return refusal.Code;
        }

        if (FlowDoctor.Examine(Model, State) is { Count: > 0 } problems)
        {
            Assert.Fail(string.Join(Environment.NewLine, problems.Append(flowEvent.ToString()).Concat(History.Skip(known).Select(entry => entry.ToString()))));
        }

        return null;
    }

    /// <summary>As after a crash.</summary>
    public void Reload() => _simulation.Reload();

    public void Approve(string block, string who) => Do(new FlowEvent.Approve { CommandId = Guid.NewGuid(), ActorId = Id(who), SeatId = Seat(block, who) });

    public void Reject(string block, string who) => Do(new FlowEvent.Reject { CommandId = Guid.NewGuid(), ActorId = Id(who), SeatId = Seat(block, who) });

    public void Return(string block, string who, string? to, bool straight = false) => Assert.Null(TryReturn(block, who, to, straight));

    /// <param name="to">Keys with blanks between; null for the initiator, empty for the step before.</param>
    public string? TryReturn(string block, string who, string? to, bool straight = false) => Try(new FlowEvent.SendBack
    {
        CommandId = Guid.NewGuid(), ActorId = Id(who), SeatId = Seat(block, who), ToInitiator = to is null, StraightBack = straight,
        Targets = [.. (to ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
    });

    public string? TryAdd(string block, string who, SeatOrigin place, string members, SeatMode mode = SeatMode.All) => Try(
        new FlowEvent.AddSeats(place, [.. members.Split(' ').Select(Id)]) { CommandId = Guid.NewGuid(), ActorId = Id(who), SeatId = Seat(block, who), Mode = mode });

    public string? TryTransfer(string block, string who, string to)
        => Try(new FlowEvent.Transfer(Id(to)) { CommandId = Guid.NewGuid(), ActorId = Id(who), SeatId = Seat(block, who) });

    public string? TryTakeBack(string block, string who)
        => Try(new FlowEvent.TakeBack { CommandId = Guid.NewGuid(), ActorId = Id(who), SeatId = LastSeat(block, who).Id });

    public void FireDue()
    {
        while (State.Timers.Values.FirstOrDefault(timer => timer.Status == TimerStatus.Open && timer.DueAt <= Now) is { } due)
        {
            Do(new FlowEvent.Fire(due.Id) { CommandId = Guid.NewGuid() });
        }
    }

    /// <summary>The open seat that somebody holds at a block.</summary>
    public int Seat(string block, string who) => State.Seats.Values
        .Last(seat => seat.HolderId == Id(who) && State.Scopes[seat.ScopeId].Block == block && seat.Status == SeatStatus.Open).Id;

    public FlowSeat LastSeat(string block, string who) => State.Seats.Values.Last(seat => seat.HolderId == Id(who) && State.Scopes[seat.ScopeId].Block == block);

    public FlowScope LastScope(string block) => State.Scopes.Values.Last(scope => scope.Block == block && scope.Branch is null);

    public bool Happened(string action, string? block = null, string? reason = null)
        => History.Any(entry => entry.Action == action && (block is null || entry.Block == block) && (reason is null || entry.Reason == reason));

    public FlowFacts Facts()
    {
        var members = Enumerable.Range(1, 26).Select(id => new OrganisationMember(id, Name(id), Name(id), !Left.Contains(id))).ToList();
        var organisation = new Organisation("", DepartmentTree.Empty, members, [], [new(Id("Z"), Id("Y")), new(Id("Y"), Id("X"))], []);
        return new(Now, organisation, Calendar, TimeZoneInfo.Utc);
    }

    FlowAnswer IFlowAnswers.Answer(FlowQuestion question, FlowInstance instance, FlowFacts facts) => question switch
    {
        FlowQuestion.Evaluate evaluate => new FlowAnswer.Outcomes([.. evaluate.Terms.Select(Evaluate)]),
        FlowQuestion.MembersOfRole role => new FlowAnswer.Ids(Roles.GetValueOrDefault(role.Role) ?? []),
        FlowQuestion.Administrators => new FlowAnswer.Ids(Administrators),
        _ => RecordAnswer ?? new FlowAnswer.Ids([7]),
    };

    private FlowOutcome Evaluate(FlowTerm term) => Values.GetValueOrDefault(term.Name) switch
    {
        Exception failure => new(null, new("test.failed", Core.Diagnostics.Severity.Error, term.Name, new(failure.Message, failure.Message))),
        Func<object?> reckon => new(reckon()),
        null => new(Values.ContainsKey(term.Name) ? null : false),
        var value => new(value),
    };
}
