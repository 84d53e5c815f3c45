using System.Collections.Immutable;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>
/// The rules of one block in which everybody has to approve, with a question of the test's choice before the last vote counts. What is tested with them is what
/// makes rules durable, whatever they are.
/// </summary>
internal sealed class VoteRules
{
    public const string Block = "vote";

    /// <summary>Kind of timers and jobs that the rules cannot bear.</summary>
    public const string Poison = "poison";

    /// <summary>Kind of jobs whose result the rules cannot bear, though they bear their failure.</summary>
    public const string Indigestible = "indigestible";

    /// <summary>Asked when the last one approves; null asks nothing.</summary>
    public FlowQuestion? Question { get; init; }

    public FlowStep Apply(FlowModel model, FlowState state, FlowEvent happened, FlowFacts facts) => happened switch
    {
        FlowEvent.Submit submit => Submit(state, submit, facts),
        FlowEvent.Approve vote => Vote(state, vote, vote.ActorId, vote.SeatId, SeatStatus.Approved, facts),
        FlowEvent.Reject vote => Vote(state, vote, vote.ActorId, vote.SeatId, SeatStatus.Rejected, facts),
        FlowEvent.Fire fire => Fire(state, fire, facts),
        FlowEvent.Report report => Report(state, report, facts),
        FlowEvent.Withdraw withdraw => state.Instance.HasEnded ? Refuse("ended") : End(state, withdraw, FlowStatus.Withdrawn, "withdrawn", facts, withdraw.ActorId),
        FlowEvent.Terminate terminate => End(state, terminate, FlowStatus.Terminated, "terminated", facts, terminate.ActorId),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, null),
    };

    private static FlowStep.Taken Submit(FlowState state, FlowEvent.Submit submit, FlowFacts facts)
    {
        var voters = submit.Choices[Block];
        var seats = voters.Select((voter, index) => new FlowSeat { Id = 3 + index, ScopeId = 2, Order = index, PrincipalId = voter, HolderId = voter, Status = SeatStatus.Open, OpenedAt = facts.Now });
        var submitted = state with
        {
            Instance = state.Instance with { Status = FlowStatus.Running, SubmittedAt = facts.Now, LastId = 2 + voters.Length },
            Scopes = FlowStates.Rows([new FlowScope { Id = 1, OpenedAt = facts.Now }, new FlowScope { Id = 2, ParentId = 1, Block = Block, OpenedAt = facts.Now }], scope => scope.Id),
            Seats = FlowStates.Rows(seats, seat => seat.Id),
        };
        return Write(submitted, submit, "submitted", facts, submit.ActorId, null);
    }

    private FlowStep Vote(FlowState state, FlowEvent happened, long actor, int seatId, SeatStatus status, FlowFacts facts)
    {
        if (!state.Seats.TryGetValue(seatId, out var seat) || seat.Status != SeatStatus.Open)
        {
            return Refuse("seat-closed");
        }

        if (seat.HolderId != actor)
        {
            return Refuse("not-holder");
        }

        var voted = state with { Seats = state.Seats.SetItem(seatId, seat with { Status = status, DecidedAt = facts.Now, DecidedById = actor }) };
        if (status == SeatStatus.Rejected)
        {
            return End(voted, happened, FlowStatus.Rejected, "rejected", facts, actor, seatId);
        }

        if (voted.Seats.Values.Any(other => other.Status == SeatStatus.Open))
        {
            return Write(voted, happened, "approved", facts, actor, seatId);
        }

        return Question is null
            ? End(voted, happened, FlowStatus.Approved, "approved", facts, actor, seatId)
            : new FlowStep.Asked(Question, answer => answer switch
            {
                FlowAnswer.Refused refused => new FlowStep.Refused(refused.Diagnostic),
                FlowAnswer.Failed failed => Fail(voted, happened, failed.Diagnostic, facts, actor, seatId),
                FlowAnswer.Outcomes { Values: [{ Failure: { } failure }, ..] } => Fail(voted, happened, failure, facts, actor, seatId),
                FlowAnswer.Outcomes { Values: [{ Holds: false }, ..] } => Refuse("check-failed"),
                _ => End(voted, happened, FlowStatus.Approved, "approved", facts, actor, seatId),
            });
    }

    private static FlowStep Fire(FlowState state, FlowEvent.Fire fire, FlowFacts facts)
    {
        if (state.Timers[fire.TimerId] is not { Status: TimerStatus.Open } timer || state.Instance.HasEnded)
        {
            return new FlowStep.Taken(state, []);
        }

        ThrowIfPoison(timer.Kind);
        var fired = state with { Timers = state.Timers.SetItem(fire.TimerId, timer with { Status = TimerStatus.Fired }) };
        return End(fired, fire, FlowStatus.Rejected, "timed-out", facts, null);
    }

    private static FlowStep.Taken Report(FlowState state, FlowEvent.Report report, FlowFacts facts)
    {
        if (state.Jobs[report.JobId] is not { Status: JobStatus.Open } job)
        {
            return new(state, []);
        }

        ThrowIfPoison(report.Failure is null && job.Kind == Indigestible ? Poison : job.Kind);
        return report.Failure is { } failure
            ? Fail(Close(state, job, JobStatus.Failed), report, failure, facts, null, null)
            : End(Close(state, job, JobStatus.Done), report, FlowStatus.Approved, "reported", facts, null);
    }

    /// <summary>As an instance that no rules can carry on.</summary>
    private static void ThrowIfPoison(string kind)
    {
        if (kind == Poison)
        {
            throw new InvalidOperationException(Poison);
        }
    }

    private static FlowState Close(FlowState state, FlowJob job, JobStatus status) => state with { Jobs = state.Jobs.SetItem(job.Id, job with { Status = status }) };

    private static FlowStep.Taken End(FlowState state, FlowEvent happened, FlowStatus status, string action, FlowFacts facts, long? actor, int? seatId = null)
    {
        var ended = state with
        {
            Instance = state.Instance with { Status = status, EndedAt = facts.Now },
            Scopes = state.Scopes.SetItem(2, state.Scopes[2] with { Status = ScopeStatus.Done, ClosedAt = facts.Now }),
            Seats = Close(state.Seats),
            Timers = state.Timers.ToImmutableSortedDictionary(row => row.Key, row => row.Value.Status == TimerStatus.Open ? row.Value with { Status = TimerStatus.Cancelled } : row.Value),
        };
        return Write(ended, happened, action, facts, actor, seatId);
    }

    private static ImmutableSortedDictionary<int, FlowSeat> Close(ImmutableSortedDictionary<int, FlowSeat> seats)
        => seats.ToImmutableSortedDictionary(row => row.Key, row => row.Value.Status == SeatStatus.Open ? row.Value with { Status = SeatStatus.Cancelled, Reason = FlowReasons.Decided } : row.Value);

    /// <summary>What was decided stands; the instance waits for an administrator.</summary>
    private static FlowStep.Taken Fail(FlowState state, FlowEvent happened, Diagnostic reason, FlowFacts facts, long? actor, int? seatId)
    {
        var incident = new FlowIncident
        {
            Id = state.Instance.LastId + 1, ScopeId = 2, Code = reason.Code, Chinese = reason.Message.Chinese, English = reason.Message.English ?? "", At = facts.Now,
        };
        var failed = state with { Instance = state.Instance with { LastId = incident.Id }, Incidents = state.Incidents.Add(incident.Id, incident) };
        return Write(failed, happened, "failed", facts, actor, seatId);
    }

    private static FlowStep.Taken Write(FlowState state, FlowEvent happened, string action, FlowFacts facts, long? actor, int? seatId)
    {
        var id = state.Instance.LastId + 1;
        var entry = new FlowHistory { Id = id, At = facts.Now, Action = action, ActorId = actor, SeatId = seatId, ScopeId = 2, Block = Block, CommandId = happened.CommandId };
        return new(state with { Instance = state.Instance with { LastId = id } }, [entry]);
    }

    private static FlowStep.Refused Refuse(string code) => new(new(code, Severity.Error, "", new(code)));
}
